package org.dovetail.testkit.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.role.repair.CosmicRayRejectorContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.RoleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link CosmicRayRejector} must do, also one that looks for nothing; the test class of a
 * plugin implements it, or {@link CosmicRaySearchTests}.
 */
public interface CosmicRayRejectorTests extends RoleTests<CosmicRayRejector> {

    /** Returns the rejector to test, for stars of 3.5 pixels at half maximum. */
    CosmicRayRejector rejector();

    @Override
    default CosmicRayRejector algorithm() {
        return rejector();
    }

    @Override
    default List<Call<CosmicRayRejector>> calls() {
        return List.of(call(7, 128, 128), call(8, 128, 128), call(9, 60, 90));
    }

    private static Call<CosmicRayRejector> call(long seed, int width, int height) {
        MaskedImage sky =
                Skies.seeded(seed).size(width, height).stars(9).build().image();
        int middle = width / 2 + height / 2 * width;
        for (int i = 0; i < 9; i++) { // a track
            int pixel = middle + i * (width + 1);
            sky = sky.withScience(
                    Images.with(sky.science(), pixel % width, pixel / width, 2500 + seed));
        }
        MaskedImage hit = sky;
        return Call.of(rejector -> rejector.find(hit));
    }

    /** Returns the rejector, checked. */
    default CosmicRayRejector checked() {
        return new CosmicRayRejectorContract(rejector(), new Contract("cosmic-rays"));
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
}
