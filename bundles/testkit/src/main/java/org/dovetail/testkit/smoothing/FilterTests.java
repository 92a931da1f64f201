package org.dovetail.testkit.smoothing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link Smoother} must do that filters. */
public interface FilterTests extends SmootherTests, InterruptibleTests<Smoother> {

    @Test
    default void noiseGetsLess() {
        Box inside = new Box(8, 8, 48, 48);
        Image noise = Images.noise(12, 64, 64, 0, 1);
        Image smooth = checked().smooth(noise).crop(inside);
        double power =
                Images.mean(Images.of(48, 48, (x, y) -> smooth.get(x, y) * smooth.get(x, y)));
        assertTrue(power < 0.8, () -> "noise of variance 1 has " + power + " when filtered");
    }
}
