package org.dovetail.plugin.smoothing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.smoothing.FilterTests;
import org.junit.jupiter.api.Test;

class TophatSmootherTest implements FilterTests {

    @Override
    public Smoother smoother() {
        return tophat(3.5);
    }

    private static Smoother tophat(double radius) {
        return new TophatSmoother(Configs.of(TophatSmoother.Config.class, "radius", radius));
    }

    @Test
    void diskHoldsThePixelsWithinTheRadius() { // 2.5: 3, 5, 5, 5, 3 pixels
        Image smooth = tophat(2.5).smooth(Images.impulse(9, 9, 4, 4, 21));
        Image expected = Images.of(9, 9, (x, y) -> Math.hypot(x - 4, y - 4) <= 2.5 ? 1 : 0);
        assertEquals(0, Images.difference(expected, smooth), 1e-6);
    }
}
