package org.dovetail.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectorTest {

    private static final Amplifier LEFT =
            new Amplifier("left", new Box(0, 0, 2, 3), false, false, 1.5, 4, 60000, 50000);

    @Test
    void gainOfZeroIsRefused() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> new Amplifier("a", new Box(0, 0, 1, 1), false, false, 0, 4, 60000, 50000));
        assertEquals("gain must be > 0 electron/ADU, was 0.0", e.getMessage());
    }

    @Test
    void dataMustFillTheAmplifier() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new RawAmplifier(
                        LEFT, Image.constant(3, 3, 0), Optional.empty(), Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RawAmplifier(
                        LEFT,
                        Image.constant(2, 3, 0),
                        Optional.of(Image.constant(4, 2, 0)),
                        Optional.empty()));
    }

    @Test
    void boxReadsAsFitsWritesIt() {
        assertEquals("[1:2,1:3]", LEFT.detectorBox().toString());
        assertEquals(new Box(1, 1, 1, 2), new Box(0, 0, 2, 3).intersection(new Box(1, 1, 5, 5)));
        assertEquals(0, new Box(0, 0, 2, 2).intersection(new Box(5, 5, 1, 1)).area());
    }

    @Test
    void detectorWithoutAmplifierIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Detector("ccd", 2, 2, List.of(), List.of()));
    }
}
