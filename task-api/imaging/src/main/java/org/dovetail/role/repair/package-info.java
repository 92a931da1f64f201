/** The repair roles: finding pixels hit by cosmic rays and filling pixels that cannot be used. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.repair;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
