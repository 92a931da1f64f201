package org.dovetail.testkit.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.role.repair.CosmicRayRejectorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CosmicRayRejector} must do; the test class of a plugin implements it. */
public interface CosmicRayRejectorTests {

    /** Returns the rejector to test, for stars of 3.5 pixels at half maximum. */
    CosmicRayRejector rejector();

    /** Returns whether the rejector looks for anything; false for one that does nothing. */
    default boolean looks() {
        return true;
    }

    /** Returns the rejector, checked. */
    default CosmicRayRejector checked() {
        return new CosmicRayRejectorContract(rejector(), new Contract("cosmic-rays"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void hitsAreFound(long seed) {
        assumeTrue(looks(), "the rejector looks for nothing");
        MaskedImage hit = Skies.seeded(seed).stars(0).build().image();
        Random random = new Random(seed);
        int[] xs = random.ints(30, 3, 253).toArray();
        int[] ys = random.ints(30, 3, 253).toArray();
        for (int i = 0; i < xs.length; i++) {
            hit = hit.withScience(Images.with(hit.science(), xs[i], ys[i], 2500)); // 45 sigma
        }
        Mask marks = checked().find(hit);
        int bit = marks.planes().bits(MaskPlanes.CR);
        for (int i = 0; i < xs.length; i++) {
            assertTrue((marks.get(xs[i], ys[i]) & bit) != 0, xs[i] + ", " + ys[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 40", "4, 40"})
    default void skyAndStarsAreLeftAlone(long seed, int stars) {
        MaskedImage sky = Skies.seeded(seed).stars(stars).build().image();
        // 65536 pixels: a tenth of a per mille is noise above four standard deviations.
        assertTrue(checked().find(sky).count(MaskPlanes.CR) <= 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {MaskPlanes.BAD, MaskPlanes.NO_DATA})
    default void valuesOfPixelsWithoutDataAreNotLookedAt(String plane) {
        MaskedImage sky = Skies.seeded(5).build().image();
        MaskedImage usual = sky;
        MaskedImage bright = sky;
        MaskedImage blank = sky;
        for (int i = 0; i < 40; i++) {
            int x = 6 * i + 3;
            int y = i % 2 == 0 ? 5 * i + 1 : 128; // crosses stars
            usual = Images.marked(usual, plane, x, y);
            bright = Images.marked(
                    bright.withScience(Images.with(bright.science(), x, y, 1e8)), plane, x, y);
            blank = Images.marked(
                    blank.withScience(Images.with(blank.science(), x, y, Double.NaN)), plane, x, y);
        }
        Mask expected = checked().find(usual);
        assertEquals(expected, checked().find(bright));
        assertEquals(expected, checked().find(blank));
    }

    @Test
    default void marksOfTheInputStay() {
        MaskedImage sky = Skies.seeded(6).build().image();
        MaskedImage marked = sky;
        for (String plane : MaskPlanes.STANDARD.names()) {
            marked = Images.marked(marked, plane, 20, 30);
            marked = Images.marked(marked, plane, 50 + plane.length(), 60);
        }
        Mask marks = checked().find(marked);
        assertEquals(marks, marks.or(marked.mask()));
    }

    @Test
    default void smallAndBlankImagesAreNoTrouble() {
        for (int[] size : new int[][] {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {4, 3}}) {
            MaskedImage image = new MaskedImage(
                    Images.constant(size[0], size[1], 100),
                    Mask.clear(size[0], size[1]),
                    Images.constant(size[0], size[1], 100));
            assertEquals(0, checked().find(image).count(MaskPlanes.CR));
            MaskedImage blank = image.withScience(Images.constant(size[0], size[1], Double.NaN));
            assertEquals(0, checked().find(blank).count(MaskPlanes.CR));
        }
    }

    @Test
    default void unknownNoiseIsRefused() {
        assumeTrue(looks(), "the rejector looks for nothing");
        MaskedImage image = MaskedImage.of(Images.noise(1, 64, 64, 100, 10));
        TaskException e = assertThrows(TaskException.class, () -> checked().find(image));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
    }

    @Test
    default void threadsGetTheSameAnswer() {
        CosmicRayRejector shared = rejector();
        MaskedImage image = Skies.seeded(7).build().image();
        Mask expected = shared.find(image);
        assertTrue(IntStream.range(0, 16)
                .parallel()
                .allMatch(i -> shared.find(image).equals(expected)));
    }
}
