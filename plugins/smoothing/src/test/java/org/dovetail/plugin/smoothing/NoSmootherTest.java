package org.dovetail.plugin.smoothing;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.smoothing.SmootherTests;
import org.junit.jupiter.api.Test;

class NoSmootherTest implements SmootherTests {

    @Override
    public Smoother smoother() {
        return new NoSmoother();
    }

    @Test
    void imageIsReturnedAsItIs() {
        Image image = Images.noise(1, 10, 10, 0, 1);
        assertSame(image, smoother().smooth(image));
    }
}
