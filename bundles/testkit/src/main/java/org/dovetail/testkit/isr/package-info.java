/** What every algorithm of instrument removal must do, as tests; raw data to test on. */
@Export
@Version("1.0.0")
@NullMarked
package org.dovetail.testkit.isr;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
