package org.dovetail.fits.wcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.image.Wcs.SkyPosition;
import org.junit.jupiter.api.Test;

class WcsCardsTest {

    private static final Object[] ROTATED = {
        "CTYPE1",
        "RA---TAN",
        "CTYPE2",
        "DEC--TAN",
        "CRVAL1",
        10.0,
        "CRVAL2",
        -89.5,
        "CRPIX1",
        50.5,
        "CRPIX2",
        60.5,
        "CDELT1",
        -0.001,
        "CDELT2",
        0.0011,
        "CROTA2",
        30.0,
        "LONPOLE",
        170.0
    };
    private static final Object[] DISTORTED = {
        "CTYPE1",
        "RA---TAN-SIP",
        "CTYPE2",
        "DEC--TAN-SIP",
        "CRVAL1",
        200.0,
        "CRVAL2",
        45.0,
        "CRPIX1",
        512.0,
        "CRPIX2",
        480.0,
        "CD1_1",
        -2e-4,
        "CD1_2",
        1e-5,
        "CD2_1",
        1e-5,
        "CD2_2",
        2e-4,
        "A_ORDER",
        3L,
        "B_ORDER",
        3L,
        "A_2_0",
        1e-6,
        "A_1_1",
        -2e-6,
        "A_0_3",
        3e-9,
        "B_0_2",
        2e-6,
        "B_2_1",
        4e-9
    };

    @Test
    void rotationAndPoleAgreeWithWcslib() { // astropy 5.2.1
        Wcs wcs = wcs(PixelMap.IDENTITY, ROTATED);
        assertSky(19.42881647, -89.51172326, wcs.toSky(0, 0));
        assertSky(303.19386678, -89.49199809, wcs.toSky(600, 123.5));
    }

    @Test
    void turnedAndShiftedPixelsKeepTheirPlaceOnTheSky() {
        for (Object[] cards : List.of(ROTATED, DISTORTED)) {
            Wcs original = wcs(PixelMap.IDENTITY, cards);
            for (int signX : new int[] {1, -1}) {
                for (int signY : new int[] {1, -1}) {
                    PixelMap map = new PixelMap(signX, 1024, signY, -17);
                    Wcs moved = wcs(map, cards);
                    SkyPosition position = moved.toSky(signX * 300 + 1024, signY * 700 - 17);
                    SkyPosition wanted = original.toSky(300, 700);
                    assertSky(wanted.rightAscension(), wanted.declination(), position);
                }
            }
        }
    }

    @Test
    void cardsDescribeTheSameCoordinates() {
        Wcs wcs = wcs(new PixelMap(-1, 1024, 1, 3), DISTORTED);
        Wcs again = WcsCards.find(new Cards(wcs.cards()), PixelMap.IDENTITY)
                .flatMap(WcsCards::wcs)
                .orElseThrow();
        assertEquals(wcs.toSky(12, 34), again.toSky(12, 34));
    }

    @Test
    void inverseMapBringsCardsBack() {
        PixelMap map = new PixelMap(-1, 1023, -1, 511);
        Wcs there = wcs(map, DISTORTED);
        Wcs back = WcsCards.find(new Cards(there.cards()), map.inverse())
                .flatMap(WcsCards::wcs)
                .orElseThrow();
        assertEquals(wcs(PixelMap.IDENTITY, DISTORTED).toSky(5, 6), back.toSky(5, 6));
    }

    @Test
    void pixelsComeBackFromTheSky() {
        Wcs wcs = wcs(PixelMap.IDENTITY, DISTORTED);
        PixelPosition back = wcs.toPixel(wcs.toSky(1000, -40));
        assertEquals(1000, back.x(), 1e-8);
        assertEquals(-40, back.y(), 1e-8);
    }

    @Test
    void otherSideOfTheSkyHasNoPixel() {
        Wcs wcs = wcs(PixelMap.IDENTITY, DISTORTED);
        assertTrue(Double.isNaN(wcs.toPixel(new SkyPosition(20, -45)).x()));
    }

    @Test
    void axesThatAreNoSkyAreNoCoordinates() {
        assertEquals(
                Optional.empty(),
                WcsCards.find(
                        cards("CTYPE1", "linear", "CTYPE2", "linear", "CRVAL1", 1.0, "CRVAL2", 1.0),
                        PixelMap.IDENTITY));
    }

    @Test
    void projectionThatIsNotKnownKeepsItsCards() {
        WcsCards wcs = WcsCards.find(
                        cards(
                                "CTYPE1",
                                "RA---ZPN",
                                "CTYPE2",
                                "DEC--ZPN",
                                "CRVAL1",
                                1.0,
                                "CRVAL2",
                                2.0,
                                "CRPIX1",
                                5.0,
                                "CRPIX2",
                                6.0,
                                "CD1_1",
                                1e-4,
                                "CD2_2",
                                1e-4,
                                "PV2_3",
                                44L),
                        new PixelMap(1, -16, 1, 0))
                .orElseThrow();
        assertEquals(Optional.empty(), wcs.wcs());
        assertEquals(-11.0, new Cards(wcs.cards()).number("CRPIX1").orElseThrow());
        assertTrue(new Cards(wcs.cards()).has("PV2_3"));
    }

    private static Wcs wcs(PixelMap map, Object... cards) {
        return WcsCards.find(cards(cards), map).flatMap(WcsCards::wcs).orElseThrow();
    }

    private static Cards cards(Object... pairs) {
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            cards.add(new Card((String) pairs[i], pairs[i + 1], ""));
        }
        return new Cards(cards);
    }

    private static void assertSky(double ra, double dec, SkyPosition position) {
        assertEquals(ra, position.rightAscension(), 1e-8);
        assertEquals(dec, position.declination(), 1e-8);
    }
}
