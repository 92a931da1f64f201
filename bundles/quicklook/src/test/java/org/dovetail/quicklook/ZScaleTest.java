package org.dovetail.quicklook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dovetail.image.Image;
import org.junit.jupiter.api.Test;

class ZScaleTest {

    @Test
    void rampIsShownWhole() { // a slope that the contrast makes four times too steep
        float[] ramp = new float[1000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = 2 * i;
        }
        assertEquals(new ZScale(0, 1998), ZScale.of(Image.wrap(50, 20, ramp)));
    }

    @Test
    void starsDoNotWidenTheRange() { // astropy 5.2.1, ZScaleInterval(n_samples=1600): see below
        float[] pixels = new float[1600];
        for (int i = 0; i < pixels.length; i++) {
            double sky = 100 + 10 * Math.sin(i * 12.9898) * Math.cos(i * 78.233);
            pixels[i] = (float) (i % 100 == 17 ? 10_000 : sky);
        }
        ZScale scale = ZScale.of(Image.wrap(40, 40, pixels));
        assertEquals(90.00098, scale.low(), 0.5);
        assertEquals(134.498, scale.high(), 0.5);
    }

    @Test
    void imageWithoutValuesHasARange() {
        assertEquals(new ZScale(0, 1), ZScale.of(Image.constant(3, 3, Float.NaN)));
    }
}
