package org.dovetail.plugin.isr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.role.isr.VarianceEstimator;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.RawData;
import org.dovetail.testkit.isr.VarianceEstimatorTests;
import org.junit.jupiter.api.Test;

class PhotonVarianceTest implements VarianceEstimatorTests {

    @Override
    public VarianceEstimator estimator() {
        return new PhotonVariance();
    }

    @Test
    void eachAmplifierHasItsReadNoise() { // 3^2 + 7, 3^2 + 0, 4^2 + 7, 4^2 + 0
        Detector detector = RawData.detector(
                4,
                1,
                List.of(noisy("A", new Box(0, 0, 2, 1), 3), noisy("B", new Box(2, 0, 2, 1), 4)));
        assertArrayEquals(
                new float[] {16, 9, 23, 16},
                estimator().estimate(Images.row(7, -5, 7, 0), detector).toArray());
    }

    private static Amplifier noisy(String name, Box box, double readNoise) {
        return new Amplifier(name, box, false, false, 1, readNoise, 60_000, 60_000);
    }
}
