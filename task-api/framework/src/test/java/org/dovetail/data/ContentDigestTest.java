package org.dovetail.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    /** A record as tasks have them. */
    public record Pair(String name, double[] values) {}

    /** Another class of the same content. */
    public record Other(String name, double[] values) {}

    /** A value that says itself what it is. */
    public record Hidden(int seen, int unseen) implements Digestible {

        @Override
        public void digestTo(ContentDigest digest) {
            digest.put(seen);
        }
    }

    @Test
    void equalValuesHaveEqualDigests() {
        assertEquals(
                ContentDigest.of(new Pair("a", new double[] {1, Double.NaN})),
                ContentDigest.of(new Pair("a", new double[] {1, 0.0 / 0.0})));
    }

    @Test
    void everyDifferenceShows() {
        List<Object> values = List.of(
                new Pair("a", new double[] {1}),
                new Pair("a", new double[] {1, 0}),
                new Pair("b", new double[] {1}),
                new Other("a", new double[] {1}),
                List.of("ab", "c"),
                List.of("a", "bc"),
                List.of("a", "b", "c"),
                List.of(),
                Optional.empty(),
                Optional.of(List.of()),
                0.0,
                -0.0,
                0,
                false,
                "0",
                new float[] {0},
                new int[] {0},
                new long[] {0},
                new boolean[] {false});
        Set<String> digests = new HashSet<>();
        values.forEach(value -> digests.add(ContentDigest.of(value)));
        assertEquals(values.size(), digests.size());
    }

    @Test
    void lastOfManyPixelsCounts() {
        float[] pixels = new float[100_001];
        Arrays.fill(pixels, 3);
        String before = ContentDigest.of(pixels);
        pixels[100_000] = Math.nextUp(3f);
        assertNotEquals(before, ContentDigest.of(pixels));
    }

    @Test
    void digestibleValueSaysWhatCounts() {
        assertEquals(ContentDigest.of(new Hidden(1, 2)), ContentDigest.of(new Hidden(1, 3)));
        assertNotEquals(ContentDigest.of(new Hidden(1, 2)), ContentDigest.of(new Hidden(2, 2)));
    }

    @Test
    void digestStaysTheSameForEver() { // made with hashlib of Python, tag by tag
        assertEquals(
                "8ac6d4bc08be5c5e", ContentDigest.of(List.of("flux", 1, 2.5)).substring(0, 16));
    }

    @Test
    void unknownClassIsNamed() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> ContentDigest.of(List.of(new Object())));
        assertEquals("a value of java.lang.Object has no digest", e.getMessage());
    }
}
