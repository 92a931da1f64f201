/** Configuration files as files: what a lock file holds, and changes that leave the rest as it is. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.assembly.file;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
