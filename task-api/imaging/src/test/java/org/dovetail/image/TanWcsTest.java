package org.dovetail.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.TanWcs.Matrix;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.image.Wcs.SkyPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TanWcsTest {

    private static final TanWcs NEAR_ZERO = TanWcs.of(
            new PixelPosition(511.5, 299.25),
            new SkyPosition(359.99, -35.5),
            new Matrix(-5e-5, 1.2e-5, 1.1e-5, 5.3e-5));
    private static final TanWcs POLE = TanWcs.of(
            new PixelPosition(99, 99), new SkyPosition(30, 90), new Matrix(-1e-3, 0, 0, 1e-3));
    private static final TanWcs TURNED = new TanWcs(
            new PixelPosition(99, 99), new SkyPosition(30, 20), new Matrix(-1e-3, 0, 0, 1e-3), 150);

    /** The corners in table 7 of the paper, which has six decimals. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 47.503264, 62.795111",
        "1, 512, 47.595581, 64.324332",
        "511, 512, 44.064419, 64.324332"
    })
    void cornersAreThoseOfThePaper(double column, double row, double ra, double dec) {
        TanWcs wcs = TanWcs.of(
                new PixelPosition(255, 256),
                new SkyPosition(45.83, 63.57),
                new Matrix(-0.003, 0, 0, 0.003));
        SkyPosition sky = wcs.toSky(column - 1, row - 1);
        assertEquals(ra, sky.rightAscension(), 5e-7);
        assertEquals(dec, sky.declination(), 5e-7);
    }

    /** Values of wcslib 7.12 by astropy 5.2.1. */
    @ParameterizedTest
    @CsvSource({
        "zero, 0, 0, 0.017010762066, -35.521483738253",
        "zero, 1023, 2047, 359.984354145781, -35.401742714972",
        "pole, 10, 20, 258.406443754995, 89.880995969521",
        "pole, 150, 99, 120.000000000000, 89.949000013469",
        "turned, 10, 20, 30.124038827164, 19.976040885517",
        "turned, 150, 99, 29.953005768811, 19.974493814217"
    })
    void agreesWithWcslib(String name, double x, double y, double ra, double dec) {
        TanWcs wcs = name.equals("zero") ? NEAR_ZERO : name.equals("pole") ? POLE : TURNED;
        SkyPosition sky = wcs.toSky(x, y);
        assertEquals(ra, sky.rightAscension(), 1e-11);
        assertEquals(dec, sky.declination(), 1e-11);
        PixelPosition pixel = wcs.toPixel(sky);
        assertEquals(x, pixel.x(), 1e-8); // of a pixel of 0.2 arc seconds: rounding of the angle
        assertEquals(y, pixel.y(), 1e-8);
    }

    @Test
    void farHalfOfTheSkyHasNoPixel() {
        PixelPosition pixel = POLE.toPixel(new SkyPosition(0, -1));
        assertTrue(Double.isNaN(pixel.x()) && Double.isNaN(pixel.y()));
    }

    @Test
    void cardsCountFromOneAndNameAnUnusualPole() {
        assertEquals(512.5, NEAR_ZERO.cards().get(4).value());
        assertEquals("CRPIX1", NEAR_ZERO.cards().get(4).keyword());
        assertTrue(new Header(TURNED.cards()).card("LONPOLE").isPresent());
        assertTrue(new Header(POLE.cards()).card("LONPOLE").isEmpty());
    }

    @Test
    void matrixWithoutInverseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Matrix(1, 2, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new Matrix(Double.NaN, 0, 0, 1));
    }
}
