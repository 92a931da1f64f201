/** Algorithms that subtract the electronic offset of an amplifier. */
@NullMarked
package org.dovetail.plugin.overscan;

import org.jspecify.annotations.NullMarked;
