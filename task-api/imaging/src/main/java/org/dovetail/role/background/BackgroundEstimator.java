package org.dovetail.role.background;

import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Estimates the sky background under the sources of an image.
 *
 * <p><b>Input.</b> An image of any size, in any linear unit. Pixels that are not finite or are
 * marked {@code NO_DATA} carry no data; which other planes are left out is the algorithm's setting.
 * All other pixels count, sources included: rejecting those is the estimator's job.
 *
 * <p><b>Output.</b> Level and scatter at every pixel, of the image's size and in its unit, and one
 * of each for the whole image. All are finite; no scatter is negative.
 *
 * <p><b>Guarantees.</b> Equal images give equal results, bit for bit. The values of pixels without
 * data have no influence. Adding a constant to every pixel adds it to the level and leaves the
 * scatter alone, within rounding.
 *
 * <p><b>Threads.</b> An estimator does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads({"plane NO_DATA", "plane ${ignoredPlanes}"})
@Role(
        value = "background",
        doc = "Estimates the sky background under the sources of an image",
        contract = BackgroundEstimatorContract.class,
        settings = BackgroundSettings.class)
@ConsumerType
public interface BackgroundEstimator {

    /**
     * Estimates the background of one image.
     *
     * @param image the image; only read
     * @return the background of the image
     * @throws TaskException with {@code NO_USABLE_PIXELS} if no pixel may be used
     */
    Background estimate(MaskedImage image);
}
