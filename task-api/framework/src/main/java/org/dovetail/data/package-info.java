/** How datasets become files: storage formats as services. */
@Export
@Version("1.2.0")
@NullMarked
package org.dovetail.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
