/** Algorithms that turn raw detector data into images in electrons. */
@NullMarked
package org.dovetail.plugin.isr;

import org.jspecify.annotations.NullMarked;
