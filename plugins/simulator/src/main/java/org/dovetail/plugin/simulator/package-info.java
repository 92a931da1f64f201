/** Simulates the raw frames of a survey. */
@NullMarked
package org.dovetail.plugin.simulator;

import org.jspecify.annotations.NullMarked;
