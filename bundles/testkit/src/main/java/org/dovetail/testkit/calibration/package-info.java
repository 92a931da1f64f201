/** What every algorithm that makes calibration frames must do, as tests. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.testkit.calibration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
