package org.dovetail.plugin.background.polynomial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.background.BackgroundEstimatorTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialBackgroundTest implements BackgroundEstimatorTests {

    @Override
    public BackgroundEstimator estimator() {
        return polynomial();
    }

    private static BackgroundEstimator polynomial(Object... settings) {
        return new PolynomialBackground(Configs.of(PolynomialBackground.Config.class, settings));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void polynomialsUpToTheOrderAreReproduced(int order) {
        Image image = Images.of(70, 55, (x, y) -> {
            double u = x / 35.0 - 1;
            double v = y / 27.5 - 1;
            return 1000 + 30 * u - 20 * v + 7 * u * v + 12 * u * u - 5 * v * v;
        });
        Background background =
                polynomial("order", order, "clipSigma", 100.0).estimate(MaskedImage.of(image));
        // Single precision at 1000 is 6e-5.
        assertEquals(0, Images.difference(image, background.level().toImage()), 1.3e-4);
        assertEquals(0, background.meanScatter(), 1e-3);
    }

    @Test
    void gapsInTheDataDoNotMatter() {
        Image plane = Images.of(64, 64, (x, y) -> 500 + 2 * x - y);
        Image gaps = Images.of(64, 64, (x, y) -> {
            boolean gap = x > 20 && x < 40 || (x * 7 + y * 3) % 5 == 0;
            return gap ? Double.NaN : plane.get(x, y);
        });
        Background background = polynomial("clipSigma", 100.0).estimate(MaskedImage.of(gaps));
        assertEquals(0, Images.difference(plane, background.level().toImage()), 1e-4);
    }

    @Test
    void rowKeepsItsSlope() { // terms of y alone cannot be told from the constant
        Image row = Images.of(50, 1, (x, y) -> 100 + x);
        Background background = polynomial("clipSigma", 100.0).estimate(MaskedImage.of(row));
        assertEquals(0, Images.difference(row, background.level().toImage()), 1e-4);
    }

    @Test
    void scatterIsThatOfTheNoiseAndNotOfTheClippedNoise() {
        Image noise = Images.noise(1, 300, 300, 50, 4);
        for (double clip : new double[] {1.5, 2, 3, 5}) {
            double scatter = polynomial("clipSigma", clip)
                    .estimate(MaskedImage.of(noise))
                    .meanScatter();
            // 4 / sqrt(2 * 90000) is 0.01; hard clipping leaves less to measure.
            assertEquals(4, scatter, 0.1, () -> "clipped at " + clip);
        }
    }

    @Test
    void starsAreClipped() {
        Skies sky = Skies.seeded(3).stars(60).slope(0.2).build();
        Image empty = Skies.seeded(3).stars(0).slope(0.2).build().noiseless();
        Background background = polynomial().estimate(sky.image());
        double worst = Images.difference(empty, background.level().toImage());
        assertTrue(worst < 0.15 * sky.noise(), () -> "off by " + worst / sky.noise() + " sigma");
    }
}
