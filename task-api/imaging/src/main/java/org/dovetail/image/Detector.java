package org.dovetail.image;

import java.util.List;

/**
 * A detector: its amplifiers and its known defects.
 *
 * @param name the name within the camera
 * @param width the number of columns of the assembled detector
 * @param height the number of rows of the assembled detector
 * @param amplifiers its read-out channels; at least one; together they cover the detector
 * @param defects boxes of pixels that are not to be used, on the assembled detector
 * @since 1.0
 */
public record Detector(
        String name, int width, int height, List<Amplifier> amplifiers, List<Box> defects) {

    /** Copies the lists. */
    public Detector {
        amplifiers = List.copyOf(amplifiers);
        defects = List.copyOf(defects);
        if (amplifiers.isEmpty()) {
            throw new IllegalArgumentException("detector '" + name + "' has no amplifier");
        }
    }
}
