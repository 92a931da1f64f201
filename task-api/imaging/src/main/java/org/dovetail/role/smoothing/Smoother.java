package org.dovetail.role.smoothing;

import org.dovetail.image.Image;
import org.dovetail.task.Role;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Filters an image so that faint sources stand out of the noise.
 *
 * <p><b>Input.</b> An image of any size, in any linear unit, with the background subtracted: where
 * there is no data, and beyond the edge, the value is taken to be 0.
 *
 * <p><b>Output.</b> An image of the same size and unit. The weights of the filter sum to 1. A pixel
 * that is not finite becomes NaN and adds nothing to its neighbors; all others are finite.
 *
 * <p><b>Guarantees.</b> Equal images give equal results, bit for bit. The filter is linear and the
 * same everywhere. The image is not changed.
 *
 * <p><b>None.</b> One that does nothing gives the image as it is, with NaN for infinite values: to
 * look for sources in the image itself.
 *
 * <p><b>Threads.</b> A smoother does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Role(
        value = "smoothing",
        doc = "Filters an image before sources are looked for in it",
        contract = SmootherContract.class,
        permitsNone = true)
@ConsumerType
public interface Smoother {

    /**
     * Filters one image.
     *
     * @param image the image; only read
     * @return the filtered image
     */
    Image smooth(Image image);
}
