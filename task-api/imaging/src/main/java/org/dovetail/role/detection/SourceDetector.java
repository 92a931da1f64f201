package org.dovetail.role.detection;

import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds the sources of an image.
 *
 * <p><b>Input.</b> An image of any size, in any linear unit, with the background subtracted, and
 * that background, for its scatter. Pixels that are not finite or are marked {@code NO_DATA} carry
 * no data; which other planes are left out is the algorithm's setting.
 *
 * <p><b>Output.</b> Footprints that share no pixel, lie inside the image and are sorted by their
 * first pixel, row by row; the labels that follow from them; the image they were found in. An image
 * without sources gives no footprints, which is not a failure.
 *
 * <p><b>Guarantees.</b> Equal images give equal results, bit for bit. A pixel without data is in no
 * footprint. The image is not changed.
 *
 * <p><b>Threads.</b> A detector does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads("plane NO_DATA")
@Role(
        value = "detection",
        doc = "Finds which pixels belong to which source",
        contract = SourceDetectorContract.class)
@ConsumerType
public interface SourceDetector {

    /**
     * Finds the sources of one image.
     *
     * @param subtracted the image, without its background; only read
     * @param background the background that was subtracted; of the same size
     * @return the sources
     */
    Detections detect(MaskedImage subtracted, Background background);
}
