/** The detection role: finding which pixels belong to which source. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.detection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
