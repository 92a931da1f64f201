package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.role.isr.VarianceEstimator;
import org.dovetail.role.isr.VarianceEstimatorContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link VarianceEstimator} must do. */
public interface VarianceEstimatorTests extends InterruptibleTests<VarianceEstimator> {

    /** Returns the estimator to test. */
    VarianceEstimator estimator();

    @Override
    default VarianceEstimator algorithm() {
        return estimator();
    }

    @Override
    default List<Call<VarianceEstimator>> calls() {
        return List.of(
                call(Images.noise(1, 12, 9, 400, 30)),
                call(Images.noise(2, 12, 9, 900, 30)),
                call(Images.noise(3, 5, 30, 400, 30)));
    }

    private static Call<VarianceEstimator> call(Image electrons) {
        Detector detector = RawData.detector(electrons.width(), electrons.height());
        return Call.of(estimator -> estimator.estimate(electrons, detector));
    }

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
    default void brightPixelHasItsVarianceWhereItLies() {
        Image variance = checkedEstimator()
                .estimate(Images.impulse(6, 5, 2, 3, 1e5), RawData.detector(6, 5));
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 6; x++) {
                assertEquals(x == 2 && y == 3, variance.get(x, y) > 1e4, x + ", " + y);
            }
        }
    }

    @Test
    default void amplifierHasItsReadNoiseWhereItLies() {
        Detector detector = RawData.detector(
                5, 2, List.of(quiet(new Box(0, 0, 3, 2), 3), quiet(new Box(3, 0, 2, 2), 20)));
        Image variance = checkedEstimator().estimate(Images.constant(5, 2, 0), detector);
        assertEquals(Images.of(5, 2, (x, y) -> x < 3 ? 9 : 400), variance);
    }

    private static Amplifier quiet(Box box, double readNoise) {
        return new Amplifier("A" + box.x(), box, false, false, 1, readNoise, 1e5, 1e5);
    }

    @Test
    default void pixelsWithoutValueHaveAFiniteVariance() {
        checkedEstimator()
                .estimate(
                        Images.row(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        RawData.detector(3, 1));
    }
}
