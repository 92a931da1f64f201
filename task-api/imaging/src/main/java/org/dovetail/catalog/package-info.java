/** Tables of sources: columns with type, unit, UCD and description. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.catalog;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
