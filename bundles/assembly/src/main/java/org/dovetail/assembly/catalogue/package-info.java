/** What is installed: roles and algorithms, as far as it is known without loading a plugin's class. */
@Export
@Version("1.3.0")
@NullMarked
package org.dovetail.assembly.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
