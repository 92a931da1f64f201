package org.dovetail.role.repair;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Reads;
import org.dovetail.task.Role;
import org.dovetail.task.Writes;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds the pixels of one image that cosmic rays hit.
 *
 * <p><b>Input.</b> An image of any size in electrons, background included. Its variance plane is
 * the noise model, in square electrons: photons and read noise. Pixels that are not finite or are
 * marked {@code BAD}, {@code SAT} or {@code NO_DATA} carry no data; a pixel whose variance is not
 * above 0 cannot be judged and is left alone.
 *
 * <p><b>Output.</b> The marks of the image, with {@code CR} added where a cosmic ray was found.
 * Pixels without data are never marked.
 *
 * <p><b>Guarantees.</b> Equal images give equal marks, bit for bit. No mark of the input is lost
 * and no plane but {@code CR} changes. Pixel values are not looked at where there are no data.
 *
 * <p><b>None.</b> One that does nothing gives the marks as they are: for short exposures, or where
 * several will be combined.
 *
 * <p><b>Threads.</b> A rejector does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Reads({"plane BAD", "plane SAT", "plane NO_DATA"})
@Writes("plane CR")
@Role(
        value = "cosmic-rays",
        doc = "Finds pixels hit by cosmic rays",
        contract = CosmicRayRejectorContract.class,
        permitsNone = true)
@ConsumerType
public interface CosmicRayRejector {

    /**
     * Finds cosmic rays.
     *
     * @param image the image; only read
     * @return the marks of the image and {@code CR}
     * @throws org.dovetail.task.TaskException with {@code INCOMPLETE_INPUT} if the algorithm needs
     *     the variance and no pixel with data has one above 0; with {@code INTERRUPTED}
     */
    Mask find(MaskedImage image);
}
