package org.dovetail.fits.camera;

import java.util.Optional;

/**
 * How an amplifier turns electrons into numbers, as far as known.
 *
 * @param gain electrons per ADU
 * @param readNoise in electrons
 * @param saturation in ADU
 * @param linearityLimit in ADU
 */
record Electronics(
        Optional<Double> gain,
        Optional<Double> readNoise,
        Optional<Double> saturation,
        Optional<Double> linearityLimit) {

    /** Returns these, and what others know where these do not. */
    Electronics or(Electronics weaker) {
        return new Electronics(
                gain.or(weaker::gain),
                readNoise.or(weaker::readNoise),
                saturation.or(weaker::saturation),
                linearityLimit.or(weaker::linearityLimit));
    }
}
