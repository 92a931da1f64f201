/** The smoothing role: filtering an image before sources are looked for in it. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.smoothing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
