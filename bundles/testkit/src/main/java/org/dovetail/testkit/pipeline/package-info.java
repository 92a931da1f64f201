/** Contract tests of pipeline tasks. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.testkit.pipeline;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
