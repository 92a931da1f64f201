package org.dovetail.plugin.smoothing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.smoothing.FilterTests;
import org.junit.jupiter.api.Test;

class GaussianSmootherTest implements FilterTests {

    @Override
    public Smoother smoother() {
        return gaussian("fwhm", 3.0, "radius", 4);
    }

    private static Smoother gaussian(Object... settings) {
        return new GaussianSmoother(Configs.of(GaussianSmoother.Config.class, settings));
    }

    @Test
    void defaultIsTheFilterOfSExtractor() { // default.conv: 1 2 1, 2 4 2, 1 2 1, sum 16
        Image smooth = gaussian().smooth(Images.impulse(5, 5, 2, 2, 16));
        Image expected = Images.of(5, 5, (x, y) -> {
            int distance = Math.max(Math.abs(x - 2), Math.abs(y - 2));
            return distance > 1 ? 0 : 4 >> (Math.abs(x - 2) + Math.abs(y - 2));
        });
        assertEquals(expected, smooth);
    }

    @Test
    void weightsFallToHalfAtHalfTheFullWidth() {
        Image smooth = gaussian("fwhm", 4.0, "radius", 6).smooth(Images.impulse(21, 21, 10, 10, 1));
        assertEquals(smooth.get(10, 10) / 2, smooth.get(12, 10), 1e-8);
        assertEquals(smooth.get(10, 10) / 16, smooth.get(10, 14), 1e-8);
    }

    @Test
    void radiusFollowsTheWidthUnlessGiven() {
        Image smooth = gaussian("fwhm", 5.0).smooth(Images.impulse(21, 1, 10, 0, 1));
        assertEquals(0, smooth.get(14, 0));
        assertEquals(true, smooth.get(13, 0) > 0);
    }
}
