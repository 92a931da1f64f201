/** Fills pixels that cannot be used. */
@NullMarked
package org.dovetail.plugin.interpolation;

import org.jspecify.annotations.NullMarked;
