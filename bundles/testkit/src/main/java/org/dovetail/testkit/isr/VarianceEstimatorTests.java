package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.Image;
import org.dovetail.role.isr.VarianceEstimator;
import org.dovetail.role.isr.VarianceEstimatorContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Images;
import org.junit.jupiter.api.Test;

/** What every {@link VarianceEstimator} must do. */
public interface VarianceEstimatorTests {

    /** Returns the estimator to test. */
    VarianceEstimator estimator();

    /** Returns the estimator with its contract around it. */
    default VarianceEstimator checkedEstimator() {
        return new VarianceEstimatorContract(estimator(), new Contract("the variance estimator"));
    }

    @Test
    default void darkImageHasTheVarianceOfTheReadNoise() {
        Image variance =
                checkedEstimator().estimate(Images.constant(4, 3, 0), RawData.detector(4, 3));
        assertEquals(Images.constant(4, 3, RawData.READ_NOISE * RawData.READ_NOISE), variance);
    }

    @Test
    default void varianceIsThatOfRepeatedExposures() { // photon noise and read noise, 10,000 times
        double signal = 400;
        double expected = signal + RawData.READ_NOISE * RawData.READ_NOISE;
        Image image = Images.noise(5, 100, 100, signal, Math.sqrt(expected));
        Image variance = checkedEstimator().estimate(image, RawData.detector(100, 100));
        double sum = 0;
        for (float value : variance.toArray()) {
            sum += value;
        }
        assertEquals(expected, sum / 10_000, 0.01 * expected);
    }

    @Test
    default void moreSignalNeverHasLessVariance() {
        float[] variance = checkedEstimator()
                .estimate(
                        Images.of(200, 1, (x, y) -> x < 50 ? x - 50 : Math.pow(1.1, x - 50)),
                        RawData.detector(200, 1))
                .toArray();
        for (int x = 1; x < variance.length; x++) {
            assertTrue(variance[x] >= variance[x - 1], "column " + x);
        }
    }

    @Test
    default void pixelsWithoutValueHaveAFiniteVariance() {
        checkedEstimator()
                .estimate(
                        Images.row(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        RawData.detector(3, 1));
    }
}
