/** The measurement role: turning the pixels of sources into columns of a catalogue. */
@Export
@Version("2.0.0")
@NullMarked
package org.dovetail.role.measurement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
