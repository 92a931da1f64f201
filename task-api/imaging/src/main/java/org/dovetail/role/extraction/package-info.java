/** The extraction role: from a calibrated exposure to its catalogue. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.extraction;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
