package org.dovetail.role.isr;

import java.util.Optional;
import org.dovetail.image.CalibrationFrame;

/**
 * The calibration frames for an exposure; a step without a frame is left out.
 *
 * @param bias the bias frame, in electrons or ADU
 * @param dark the dark frame, in electrons a second
 * @param flat the flat field, a pure number
 * @since 1.0
 */
public record Calibrations(
        Optional<CalibrationFrame> bias,
        Optional<CalibrationFrame> dark,
        Optional<CalibrationFrame> flat) {

    /** No calibration frame. */
    public static final Calibrations NONE =
            new Calibrations(Optional.empty(), Optional.empty(), Optional.empty());
}
