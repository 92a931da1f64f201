/** The roles of removing what the instrument did to an image: from raw counts to electrons. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.isr;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
