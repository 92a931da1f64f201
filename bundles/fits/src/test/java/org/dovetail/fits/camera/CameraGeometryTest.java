package org.dovetail.fits.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Header.Card;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class CameraGeometryTest {

    @Test
    void numberedKeywordsTellSeveralAmplifiersInOneImage() {
        CameraGeometry geometry = geometry(
                "DATASEC1",
                "[1:100,1:50]",
                "BIASSEC1",
                "[201:210,1:50]",
                "DETSEC1",
                "[1:100,1:50]",
                "DATASEC2",
                "[101:200,1:50]",
                "BIASSEC2",
                "[211:220,1:50]",
                "DETSEC2",
                "[200:101,1:50]",
                "GAIN1",
                1.5,
                "GAIN2",
                1.6,
                "RDNOISE",
                4.0,
                "SATURAT2",
                60000L);
        assertEquals(200, geometry.detector().width());
        Amplifier second = geometry.detector().amplifiers().get(1);
        assertEquals(new Box(100, 0, 100, 50), second.detectorBox());
        assertTrue(second.flipX());
        assertEquals(1.6, second.gain());
        assertEquals(60000, second.saturation());
        assertEquals(
                new Box(210, 0, 10, 50),
                geometry.readOuts().get(1).serialOverscan().orElseThrow());
    }

    @Test
    void shortKeywordsOfNoaoAreKnown() {
        CameraGeometry geometry = geometry(
                "ASEC11",
                "[1:110,1:50]",
                "TSEC11",
                "[1:100,1:50]",
                "BSEC11",
                "[101:110,1:50]",
                "CSEC11",
                "[1:100,1:50]",
                "GTGAIN11",
                2.0,
                "GTRON11",
                3.0,
                "ASEC12",
                "[111:220,1:50]",
                "TSEC12",
                "[121:220,1:50]",
                "BSEC12",
                "[111:120,1:50]",
                "CSEC12",
                "[101:200,1:50]",
                "GTGAIN12",
                2.5,
                "GTRON12",
                3.5);
        assertEquals(2.5, geometry.detector().amplifiers().get(1).gain());
        assertEquals(3.5, geometry.detector().amplifiers().get(1).readNoise());
        assertEquals(
                new Box(110, 0, 10, 50),
                geometry.readOuts().get(1).serialOverscan().orElseThrow());
    }

    @Test
    void overscanBeyondTheDataIsParallel() {
        CameraGeometry geometry = geometry(
                "DATASEC", "[1:220,1:40]", "BIASSEC", "[5:210,43:50]", "GAIN", 1.0, "RDNOISE", 1.0);
        ReadOut only = geometry.readOuts().get(0);
        assertEquals(Optional.empty(), only.serialOverscan());
        assertEquals(new Box(0, 42, 220, 8), only.parallelOverscan().orElseThrow());
    }

    @Test
    void imageWithoutSectionsIsAllData() {
        ReadOut only = geometry("GAIN", 1.0, "READNOIS", 0.0).readOuts().get(0);
        assertEquals(new Box(0, 0, 220, 50), only.data());
    }

    @Test
    void trimSectionIsPreferredUnlessTheDataSectionFitsTheDetector() {
        Object[] base = {
            "DATASEC", "[1:200,1:50]", "TRIMSEC", "[11:190,1:50]", "GAIN", 1.0, "RDNOISE", 1.0
        };
        assertEquals(new Box(10, 0, 180, 50), geometry(base).readOuts().get(0).data());
        List<Object> more = new ArrayList<>(List.of(base));
        more.addAll(List.of("DETSEC", "[1:200,1:50]"));
        assertEquals(
                new Box(0, 0, 200, 50),
                geometry(more.toArray()).readOuts().get(0).data());
    }

    @Test
    void missingGainIsAnErrorThatSaysWhatToDo() {
        TaskException e =
                assertThrows(TaskException.class, () -> geometry("RDNOISE", 3.0, "GAIN", 0L));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
        assertEquals(
                "amplifier '1' (HDU 0) of raw.fits has no usable GAIN in its header; give 'gain'"
                        + " for it in a camera file (see docs/cameras.md)",
                e.getMessage());
    }

    @Test
    void severalAmplifiersWithoutAPlaceAreRefused() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> geometry(
                        "DATASEC1",
                        "[1:100,1:50]",
                        "DATASEC2",
                        "[101:200,1:50]",
                        "GAIN",
                        1.0,
                        "RDNOISE",
                        1.0));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
        assertTrue(e.getMessage().contains("DETSEC"));
    }

    @Test
    void sectionsOutsideTheImageAreRefused() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> geometry("DATASEC", "[1:300,1:50]", "GAIN", 1.0, "RDNOISE", 1.0));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertEquals(
                "the data section [1:300,1:50] of amplifier '1' (HDU 0) of raw.fits is not inside"
                        + " its image of 220 x 50 pixels",
                e.getMessage());
    }

    private static CameraGeometry geometry(Object... pairs) {
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            cards.add(new Card((String) pairs[i], pairs[i + 1], ""));
        }
        ImageHdu image = new ImageHdu(0, new Cards(cards), 220, 50);
        return CameraGeometry.of("raw.fits", Camera.NONE, Cards.NONE, List.of(image));
    }
}
