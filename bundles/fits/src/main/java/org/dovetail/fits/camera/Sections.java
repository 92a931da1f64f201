package org.dovetail.fits.camera;

import java.util.Optional;

/**
 * Where an amplifier's pixels are, as far as known.
 *
 * @param data the exposed pixels, in the image that was read
 * @param overscan the columns beside the data that were not exposed, in the image that was read
 * @param parallelOverscan the rows beyond the data that were not exposed, in the image that was read
 * @param detector where the data lie on the detector, possibly in pixels before binning; backwards
 *     where an axis is turned round
 */
record Sections(
        Optional<Section> data,
        Optional<Section> overscan,
        Optional<Section> parallelOverscan,
        Optional<Section> detector) {

    static final Sections UNKNOWN =
            new Sections(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns these, and what others know where these do not. */
    Sections or(Sections weaker) {
        return new Sections(
                data.or(weaker::data),
                overscan.or(weaker::overscan),
                parallelOverscan.or(weaker::parallelOverscan),
                detector.or(weaker::detector));
    }
}
