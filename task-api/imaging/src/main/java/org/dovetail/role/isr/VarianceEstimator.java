package org.dovetail.role.isr;

import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.task.Role;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Estimates the variance of each pixel of a single exposure from the physics of the detector.
 *
 * <p><b>Input.</b> An image in electrons, less bias but with sky and dark current still in it, and
 * its detector, of the same size. Pixels that are not finite carry no data.
 *
 * <p><b>Output.</b> The variance in electrons squared, of the same size.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal images, bit for bit. Every variance is finite and
 * at least 0. More signal never gives less variance.
 *
 * <p><b>Threads.</b> An estimator does not change once built; any number of threads may call it.
 *
 * @since 1.0
 */
@Role(
        value = "variance",
        doc = "Estimates the variance of each pixel",
        contract = VarianceEstimatorContract.class)
@ConsumerType
public interface VarianceEstimator {

    /**
     * Estimates the variance of one image.
     *
     * @param electrons the image, in electrons; only read
     * @param detector the detector it came from
     * @return the variance, in electrons squared
     */
    Image estimate(Image electrons, Detector detector);
}
