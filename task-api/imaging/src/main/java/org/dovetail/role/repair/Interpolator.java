package org.dovetail.role.repair;

import java.util.List;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Fills pixels that cannot be used with values made of their neighbors.
 *
 * <p><b>Input.</b> An image of any size, in any linear unit, and the mask planes whose pixels are to
 * be filled. A donor is a pixel that is finite and marked neither in these planes nor in {@code
 * BAD}, {@code SAT}, {@code CR} or {@code NO_DATA}.
 *
 * <p><b>Output.</b> The image with a finite value in every pixel that the planes mark, and a finite
 * variance of at least 0. Such a pixel is marked {@code INTRP} if donors near enough gave its
 * value, else {@code NO_DATA}. What is near is the algorithm's to say. All other pixels keep their
 * value and variance, bit for bit; every pixel keeps the marks that it had.
 *
 * <p><b>Guarantees.</b> Equal images give equal results, bit for bit. A filled value lies between
 * the least and the greatest donor of the image. Adding a constant to every donor adds it to every
 * filled value, within rounding.
 *
 * <p><b>Threads.</b> An interpolator does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads({"plane BAD", "plane SAT", "plane CR", "plane NO_DATA"})
@Writes({"plane INTRP", "plane NO_DATA"})
@Role(
        value = "interpolation",
        doc = "Fills unusable pixels from their neighbors",
        contract = InterpolatorContract.class)
@ConsumerType
public interface Interpolator {

    /**
     * Fills the pixels that some planes mark.
     *
     * @param image the image; only read
     * @param planes names of planes that the image's mask has
     * @return the filled image; the same as the given one if nothing is marked
     * @throws org.dovetail.task.TaskException with {@code NO_USABLE_PIXELS} if there are pixels to
     *     fill and no donor; with {@code INTERRUPTED}
     */
    MaskedImage interpolate(MaskedImage image, List<String> planes);
}
