/** Names that are nearly right. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.assembly.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
