/** The simulation role: making raw frames of which everything is known. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.simulation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
