package org.dovetail.role.measurement;

import java.util.Optional;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.Wcs;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;

/**
 * What a measurement reads.
 *
 * @param image the image, with the background subtracted
 * @param background the background that was subtracted; its scatter is the noise of the sky
 * @param detections the sources to measure, one row of the table each, in the same order
 * @param wcs the sky coordinates of the pixels
 * @param gain electrons per unit of the image, for the photon noise of sources; greater than 0, or
 *     infinite to leave that noise out
 * @since 1.0
 */
public record MeasurementInput(
        MaskedImage image,
        Background background,
        Detections detections,
        Optional<Wcs> wcs,
        double gain) {

    /** Refuses a gain that is not positive. */
    public MeasurementInput {
        if (!(gain > 0)) {
            throw new IllegalArgumentException("gain must be > 0 electrons a unit, was " + gain);
        }
    }
}
