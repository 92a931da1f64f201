/** Images and skies to test on: made from numbers, the same every time. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
