/** What will be built: an immutable tree of algorithms with their effective settings. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.assembly.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
