package org.dovetail.image;

import org.dovetail.data.ContentDigest;
import org.dovetail.data.Digestible;

/**
 * A frame that describes a detector: combined from several exposures.
 *
 * @param kind what it describes
 * @param image the values, on the assembled detector
 * @param unit the unit of the values
 * @param frames how many exposures it was combined from; at least 1
 * @param info what is known of the exposures
 * @param header the cards worth keeping
 * @since 1.0
 */
public record CalibrationFrame(
        Kind kind, MaskedImage image, PixelUnit unit, int frames, ExposureInfo info, Header header)
        implements Digestible {

    /** What a calibration frame describes. */
    public enum Kind {
        /** The signal without exposure; in electrons, or ADU where another program made it. */
        BIAS,
        /** The dark current, in electrons a second. */
        DARK,
        /** The relative response to light, a pure number with a median of 1. */
        FLAT
    }

    /** Adds what it describes, the pixels and their unit; not names, cards and times. */
    @Override
    public void digestTo(ContentDigest digest) {
        digest.put(kind).put(image).put(unit).put(frames);
    }
}
