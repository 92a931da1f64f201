/** A live runtime: trees of tasks and runs that go on while plugins come and go. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.runtime;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
