/** Images and what belongs to them, as values that never change. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.image;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
