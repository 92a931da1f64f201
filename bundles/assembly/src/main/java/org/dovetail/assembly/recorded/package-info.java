/** What was installed, kept in a file, so that to look at it no framework need be started. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.assembly.recorded;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
