/** The background role: estimating the sky under the sources of an image. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.background;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
