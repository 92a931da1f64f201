/** What every measurement must do, and detections to measure. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.testkit.measurement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
