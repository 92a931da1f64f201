package org.example.smoothing.binomial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Configs;
import org.dovetail.testkit.smoothing.FilterTests;
import org.junit.jupiter.api.Test;

class BinomialSmootherTest implements FilterTests {

    @Override
    public Smoother smoother() {
        return new BinomialSmoother(Configs.of(BinomialSmoother.Config.class, "neighbors", 2));
    }

    @Test
    void pointBecomesTheKernel() {
        float[] point = {0, 0, 0, 0, 16, 0, 0, 0, 0};
        Smoother smallest = new BinomialSmoother(Configs.of(BinomialSmoother.Config.class));
        assertEquals(
                Image.wrap(3, 3, new float[] {1, 2, 1, 2, 4, 2, 1, 2, 1}),
                smallest.smooth(Image.wrap(3, 3, point)));
    }
}
