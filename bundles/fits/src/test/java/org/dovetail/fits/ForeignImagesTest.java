package org.dovetail.fits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.dovetail.data.ReadContext;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.Wcs;
import org.junit.jupiter.api.Test;

/** Reads calibrated images of other programs. Values are those of astropy 5.2.1. */
class ForeignImagesTest {

    private final ExposureFormat format = new ExposureFormat();

    @Test
    void imageWithCardsOfNoConventionIsRead() { // scaled 16-bit numbers, gzipped
        Exposure exposure = read("sextractor/galaxies.fits.gz");
        Image image = exposure.image().science();
        assertEquals(7203512257.562012, sum(image), 100); // astropy scales in single precision
        assertEquals(6905.296875, image.get(0, 0), 1e-3);
        assertEquals(6902.37451171875, image.get(600, 500), 1e-3);
        assertEquals(PixelUnit.ADU, exposure.unit());
        assertEquals(1200, exposure.info().exposureSeconds());
        assertEquals("galaxies", exposure.info().name());
        assertEquals(Optional.empty(), exposure.wcs());
        assertEquals(1, exposure.detector().amplifiers().get(0).gain());
        assertEquals(451363820.296875, sum(read("sep/image.fits").image().science()), 10);
    }

    @Test
    void quantizedFloatsAreRestored() { // with subtractive dithering
        double[] sums = {42895121.43502583, 41034264.66538418, 43297779.13979638};
        float[] pixels = {-18.065243f, 15.740527f, 69.42006f};
        for (int i = 0; i < sums.length; i++) {
            Exposure exposure = read("vista_stack/image_" + (i + 1) + ".fits");
            Image image = exposure.image().science();
            assertEquals(sums[i], sum(image), 20); // the last bit of three million pixels
            assertEquals(pixels[i], image.get(200, 100), 1e-4);
            assertEquals(Optional.empty(), exposure.wcs()); // ZPN
            assertEquals(
                    "RA---ZPN", exposure.header().card("CTYPE1").orElseThrow().value());
            assertEquals(-10300L, exposure.header().card("PV2_5").orElseThrow().value());
        }
        assertEquals(
                0.0966050793816442,
                read("vista_stack/image_1.fits").detector().amplifiers().get(0).gain());
    }

    @Test
    void distortedCoordinatesNearThePoleAgreeWithWcslib() {
        Exposure exposure = read("panoptes/pole.fits");
        assertEquals(105277861.0, sum(exposure.image().science()));
        assertSky(exposure, 0, 0, 34.72738956, 80.18180418);
        assertSky(exposure, 150, 20, 33.59156101, 80.56126397);
        assertSky(exposure, 99.5, 180.25, 36.40999549, 80.68840826);
    }

    @Test
    void distortedCoordinatesOfACompressedImageAgreeWithWcslib() {
        Exposure exposure = read("panoptes/solved.fits.fz");
        assertEquals(1096040198.0, sum(exposure.image().science()));
        assertSky(exposure, 0, 0, 301.7984744, 44.99958468);
        assertSky(exposure, 600, 123.5, 302.2473674, 46.72988069);
    }

    private Exposure read(String name) {
        return format.read(SharedData.file(name), ReadContext.NONE);
    }

    private static void assertSky(Exposure exposure, double x, double y, double ra, double dec) {
        Wcs wcs = exposure.wcs().orElseThrow();
        Wcs.SkyPosition position = wcs.toSky(x, y);
        assertEquals(ra, position.rightAscension(), 1e-8);
        assertEquals(dec, position.declination(), 1e-8);
        Wcs.PixelPosition back = wcs.toPixel(position);
        assertTrue(Math.hypot(back.x() - x, back.y() - y) < 1e-6);
    }

    private static double sum(Image image) {
        double sum = 0;
        for (float pixel : image.toArray()) {
            sum += pixel;
        }
        return sum;
    }
}
