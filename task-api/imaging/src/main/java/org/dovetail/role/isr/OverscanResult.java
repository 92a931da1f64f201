package org.dovetail.role.isr;

import org.dovetail.image.Image;

/**
 * The data of an amplifier without their electronic offset.
 *
 * @param data the data less the offset, in ADU
 * @param level the mean over the data of what was subtracted, in ADU
 * @param scatter the standard deviation of the overscan about the offset, in ADU: the read noise as
 *     measured; at least 0, or NaN where it was not or cannot be measured
 * @since 1.0
 */
public record OverscanResult(Image data, double level, double scatter) {}
