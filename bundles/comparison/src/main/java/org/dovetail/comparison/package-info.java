/** Compares catalogues: who is who, how complete, how pure, how far off. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.comparison;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
