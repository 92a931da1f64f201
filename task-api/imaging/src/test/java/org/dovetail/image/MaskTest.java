package org.dovetail.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dovetail.data.ContentDigest;
import org.junit.jupiter.api.Test;

class MaskTest {

    private static final MaskPlanes PLANES = MaskPlanes.STANDARD;

    @Test
    void planeIsABit() {
        assertEquals(0b1001, PLANES.bits(MaskPlanes.BAD, MaskPlanes.CR));
        assertEquals(1 << 9, PLANES.with("GLINT").bits("GLINT"));
        assertEquals(PLANES, PLANES.with(MaskPlanes.SAT));
    }

    @Test
    void unknownPlaneIsNamed() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> PLANES.bits("GLINT"));
        assertTrue(
                e.getMessage().startsWith("no mask plane GLINT; there are [BAD, SAT,"),
                e.getMessage());
    }

    @Test
    void unionMarksWhatEitherMarks() {
        Mask one = Mask.wrap(2, 1, PLANES, new int[] {1, 0});
        Mask two = Mask.wrap(2, 1, PLANES, new int[] {2, 4});
        assertEquals(Mask.wrap(2, 1, PLANES, new int[] {3, 4}), one.or(two));
        assertThrows(IllegalArgumentException.class, () -> one.or(Mask.clear(1, 2)));
    }

    @Test
    void partOfARowIsCopied() {
        Mask mask = Mask.wrap(3, 2, PLANES, new int[] {1, 2, 3, 4, 5, 6});
        int[] part = {9, 9, 9};
        mask.row(1, 1, 2, part);
        assertArrayEquals(new int[] {5, 6, 9}, part);
        assertThrows(IndexOutOfBoundsException.class, () -> mask.row(2, 0, 2, part));
        assertThrows(IndexOutOfBoundsException.class, () -> mask.row(-1, 1, 2, part));
    }

    @Test
    void countCountsPixelsNotMarks() {
        Mask mask = Mask.wrap(3, 1, PLANES, new int[] {0b1001, 0b1000, 0b10});
        assertEquals(2, mask.count(MaskPlanes.BAD, MaskPlanes.CR));
    }

    @Test
    void maskedImageNeedsPlanesOfOneSize() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MaskedImage(
                        Image.constant(2, 2, 0), Mask.clear(2, 1), Image.constant(2, 2, 0)));
    }

    @Test
    void clearMaskIsAMaskLikeAnyOther() {
        Mask clear = Mask.clear(3, 2);
        Mask pixels = Mask.wrap(3, 2, PLANES, new int[6]);
        assertEquals(pixels, clear);
        assertEquals(clear, pixels);
        assertEquals(pixels.hashCode(), clear.hashCode());
        assertEquals(ContentDigest.of(pixels), ContentDigest.of(clear));
        assertArrayEquals(new int[6], clear.toArray());
        assertEquals(0, clear.count(MaskPlanes.BAD));
        assertEquals(Mask.clear(2, 1), clear.crop(new Box(1, 1, 2, 1)));
        Mask marked = Mask.wrap(3, 2, PLANES, new int[] {1, 2, 3, 4, 5, 6});
        assertEquals(marked, clear.or(marked));
        assertEquals(marked, marked.or(clear));
        assertThrows(IndexOutOfBoundsException.class, () -> clear.get(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> clear.row(2, new int[3]));
        assertThrows(IllegalArgumentException.class, () -> Mask.clear(3, 0));
    }

    @Test
    void planesArePartsWhateverTheirBits() {
        Mask mask = Mask.wrap(2, 2, PLANES, new int[] {0, PLANES.bits("CR"), 0, 0});
        Map<String, Long> parts = mask.parts();
        assertEquals(9, parts.size());
        assertEquals(0, parts.get("plane BAD"));
        MaskPlanes others = new MaskPlanes(List.of("CR"));
        assertEquals(
                parts.get("plane CR"),
                Mask.wrap(2, 2, others, new int[] {0, 1, 0, 0}).parts().get("plane CR"));
        assertNotEquals(
                parts.get("plane CR"),
                Mask.wrap(2, 2, others, new int[] {0, 0, 1, 0}).parts().get("plane CR"));
    }

    @Test
    void disturbedPlaneIsAnotherAndTheRestIsNot() {
        Mask mask = Mask.wrap(8, 8, PLANES, new int[64]);
        Mask other = mask.disturbed(Set.of("plane EDGE", "plane NONE", "card EDGE"));
        assertTrue(other.count("EDGE") > 10 && other.count("EDGE") < 54, "some, not all");
        assertEquals(other.count("EDGE"), other.count(PLANES.names().toArray(String[]::new)));
        assertEquals(mask, mask.disturbed(Set.of("plane NONE")));
        assertEquals(0, Mask.clear(3, 3).disturbed(Set.of("plane CR")).count("BAD"));
    }
}
