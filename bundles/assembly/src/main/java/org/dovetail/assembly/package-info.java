/** Builds trees of tasks from a plan, lends them to callers and swaps them while they are in use. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.assembly;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
