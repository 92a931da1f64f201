/** The roles of making calibration frames: combining many exposures into one. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.calibration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
