/** Compares what two runs gave: images, masks, catalogues; and catalogues with the truth. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.comparison;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
