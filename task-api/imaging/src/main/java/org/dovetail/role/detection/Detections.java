package org.dovetail.role.detection;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;

/**
 * The sources found in an image.
 *
 * @param filtered the image that they were found in, in the unit of the image
 * @param labels the number of the source that each pixel belongs to
 * @param footprints the pixels of each source, sorted by their first pixel, row by row
 * @param threshold the least value of a detected pixel, in the unit of the image; where the
 *     threshold follows the local noise, its value at the mean scatter
 * @since 1.0
 */
public record Detections(
        Image filtered, Labels labels, List<Footprint> footprints, double threshold) {

    /** Copies the list. */
    public Detections {
        footprints = List.copyOf(footprints);
    }

    /**
     * Creates detections with the labels that follow from the footprints.
     *
     * @param filtered the image that they were found in
     * @param footprints the pixels of each source
     * @param threshold the least value of a detected pixel, in the unit of the image
     * @return the detections
     */
    public static Detections of(Image filtered, List<Footprint> footprints, double threshold) {
        Labels labels = Labels.of(filtered.width(), filtered.height(), footprints);
        return new Detections(filtered, labels, footprints, threshold);
    }

    /**
     * Marks the pixels of the sources in a mask.
     *
     * @param mask a mask of the same size; only read
     * @return a new mask, with {@code DETECTED} set where there is a source
     */
    public Mask mark(Mask mask) {
        int[] pixels = mask.toArray();
        int detected = mask.planes().bits(MaskPlanes.DETECTED);
        for (Footprint footprint : footprints) {
            for (int i = 0; i < footprint.spans(); i++) {
                int row = footprint.row(i) * mask.width();
                for (int x = footprint.start(i); x < footprint.end(i); x++) {
                    pixels[row + x] |= detected;
                }
            }
        }
        return Mask.wrap(mask.width(), mask.height(), mask.planes(), pixels);
    }
}
