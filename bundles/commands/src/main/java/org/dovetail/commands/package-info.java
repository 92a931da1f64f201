/** Every verb of the command line once, as a service for launcher, shell and programs. */
@Export
@Version("1.1.0")
@NullMarked
package org.dovetail.commands;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
