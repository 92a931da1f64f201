/** The pipeline task that processes one detector's frame from raw data to a catalogue. */
@NullMarked
package org.dovetail.plugin.processccd;

import org.jspecify.annotations.NullMarked;
