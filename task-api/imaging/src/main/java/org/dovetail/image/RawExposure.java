package org.dovetail.image;

import java.util.List;
import java.util.Optional;

/**
 * One detector's part of an exposure as it was read out, in ADU.
 *
 * @param detector the detector
 * @param amplifiers what each amplifier read, in the detector's order
 * @param info what is known of the exposure
 * @param header the cards worth keeping
 * @param wcs the sky coordinates of the assembled detector's pixels
 * @since 1.0
 */
public record RawExposure(
        Detector detector,
        List<RawAmplifier> amplifiers,
        ExposureInfo info,
        Header header,
        Optional<Wcs> wcs) {

    /** Copies the list and checks that it has each amplifier. */
    public RawExposure {
        amplifiers = List.copyOf(amplifiers);
        if (!detector.amplifiers()
                .equals(amplifiers.stream().map(RawAmplifier::amplifier).toList())) {
            throw new IllegalArgumentException(
                    "the raw data are not those of the amplifiers of detector '" + detector.name()
                            + "'");
        }
    }
}
