package org.dovetail.image;

/**
 * One read-out channel of a detector.
 *
 * @param name the name within the detector
 * @param detectorBox where its data lie on the assembled detector
 * @param flipX whether its columns run backwards on the detector
 * @param flipY whether its rows run backwards on the detector
 * @param gain electrons per ADU; more than 0
 * @param readNoise read noise, in electrons; at least 0
 * @param saturation the raw value from which a pixel is saturated, in ADU; positive infinity where
 *     not known
 * @param linearityLimit the raw value from which a pixel is suspect, in ADU; positive infinity where
 *     not known
 * @since 1.0
 */
public record Amplifier(
        String name,
        Box detectorBox,
        boolean flipX,
        boolean flipY,
        double gain,
        double readNoise,
        double saturation,
        double linearityLimit) {

    /** Refuses a gain or a read noise that cannot be. */
    public Amplifier {
        if (!(gain > 0)) {
            throw new IllegalArgumentException("gain must be > 0 electron/ADU, was " + gain);
        }
        if (!(readNoise >= 0)) {
            throw new IllegalArgumentException(
                    "read noise must be >= 0 electron, was " + readNoise);
        }
    }
}
