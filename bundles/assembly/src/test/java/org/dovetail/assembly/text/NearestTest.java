package org.dovetail.assembly.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void nearestNameIsFound() {
        List<String> known = List.of("boxSize", "clipSigma", "order");
        assertEquals(Optional.of("boxSize"), Nearest.of("boxsize", known));
        assertEquals(Optional.of("boxSize"), Nearest.of("bxoSize", known));
        assertEquals(Optional.of("clipSigma"), Nearest.of("clip_sigma", known));
        assertEquals(Optional.empty(), Nearest.of("temperature", known));
    }

    @Test
    void distanceCountsASwapOnce() {
        assertEquals(1, Nearest.distance("mehs", "mesh"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(4, Nearest.distance("", "mesh"));
    }

    @Test
    void slipIsToldFromAnotherName() {
        assertTrue(Nearest.isSlip("mehs", "mesh"));
        assertTrue(Nearest.isSlip("polynomail", "polynomial"));
        assertFalse(Nearest.isSlip("mesh2", "mesh"));
        assertFalse(Nearest.isSlip("sky", "spy"));
        assertFalse(Nearest.isSlip("spline", "mesh"));
    }
}
