package org.dovetail.role.isr;

import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.task.Contract;

/**
 * Checks what every {@link VarianceEstimator} owes.
 *
 * @since 1.0
 */
public final class VarianceEstimatorContract implements VarianceEstimator {

    private final VarianceEstimator real;
    private final Contract contract;

    /**
     * Wraps an estimator.
     *
     * @param real the estimator to check
     * @param contract names the estimator in messages
     */
    public VarianceEstimatorContract(VarianceEstimator real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public Image estimate(Image electrons, Detector detector) {
        contract.require(
                electrons.width() == detector.width() && electrons.height() == detector.height(),
                () -> "an image of " + electrons.size() + " is not of detector '"
                        + detector.name() + "' of " + detector.width() + " x "
                        + detector.height());
        int before = electrons.hashCode();
        Image variance = contract.call(() -> real.estimate(electrons, detector));
        Planes planes = new Planes(contract);
        contract.ensure(before == electrons.hashCode(), () -> "the image was changed");
        planes.sameSize("the variance", variance, electrons);
        planes.variance(variance);
        planes.sameFinite(
                "the variance", variance, Image.constant(electrons.width(), electrons.height(), 0));
        return variance;
    }
}
