/** What a person asks for: layers of settings and selections, and where each value came from. */
@Export
@Version("1.2.0")
@NullMarked
package org.dovetail.assembly.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
