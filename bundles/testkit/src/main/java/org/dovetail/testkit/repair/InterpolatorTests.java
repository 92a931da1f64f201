package org.dovetail.testkit.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.Interpolator;
import org.dovetail.role.repair.InterpolatorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Interpolator} must do; the test class of a plugin implements it. */
public interface InterpolatorTests extends InterruptibleTests<Interpolator> {

    /** The planes that the tests ask to fill. */
    List<String> PLANES = List.of(MaskPlanes.BAD, MaskPlanes.SAT, MaskPlanes.CR);

    /** Returns the interpolator to test; it fills at least single pixels and columns. */
    Interpolator interpolator();

    @Override
    default Interpolator algorithm() {
        return interpolator();
    }

    @Override
    default List<Call<Interpolator>> calls() {
        return List.of(call(8, 64, 64), call(9, 64, 64), call(10, 30, 70));
    }

    private static Call<Interpolator> call(long seed, int width, int height) {
        MaskedImage image =
                damaged(Skies.seeded(seed).size(width, height).stars(3).build().image(), seed);
        return Call.of(interpolator -> interpolator.interpolate(image, PLANES));
    }

    /** Returns the interpolator, checked. */
    default Interpolator checked() {
        return new InterpolatorContract(interpolator(), new Contract("interpolation"));
    }

    private static MaskedImage damaged(MaskedImage image, long seed) {
        Random random = new Random(seed);
        MaskedImage damaged = image;
        for (int i = 0; i < 60; i++) {
            int x = random.nextInt(image.width());
            int y = random.nextInt(image.height());
            double value = i % 3 == 0 ? Double.NaN : i % 3 == 1 ? 1e9 : -1e9;
            damaged = Images.marked(
                    damaged.withScience(Images.with(damaged.science(), x, y, value)),
                    PLANES.get(i % PLANES.size()),
                    x,
                    y);
        }
        for (int y = 0; y < image.height(); y++) {
            damaged = Images.marked(
                    damaged.withScience(Images.with(damaged.science(), 10, y, 0)),
                    MaskPlanes.BAD,
                    10,
                    y);
        }
        return damaged;
    }

    @Test
    default void nothingMarkedChangesNothing() {
        MaskedImage image = Skies.seeded(1).size(64, 48).stars(5).build().image();
        assertEquals(image, checked().interpolate(image, PLANES));
        MaskedImage marked = Images.marked(image, MaskPlanes.DETECTED, 3, 4);
        assertEquals(marked, checked().interpolate(marked, PLANES));
    }

    @Test
    default void constantImageIsFilledWithItsConstant() {
        MaskedImage image = damaged(MaskedImage.of(Images.constant(40, 50, 7)), 2);
        Image filled = checked().interpolate(image, PLANES).science();
        assertEquals(0, Images.difference(Images.constant(40, 50, 7), filled), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5})
    default void skyIsFilledWithinItsNoise(long seed) {
        Skies sky = Skies.seeded(seed).size(96, 96).stars(0).slope(0.2).build();
        MaskedImage filled = checked().interpolate(damaged(sky.image(), seed), PLANES);
        // The largest of some 150 deviations of means of neighbors.
        double worst = 0;
        Mask mask = filled.mask();
        for (int y = 0; y < 96; y++) {
            for (int x = 0; x < 96; x++) {
                boolean interpolated = (mask.get(x, y) & mask.planes().bits(MaskPlanes.INTRP)) != 0;
                double off = filled.science().get(x, y) - sky.noiseless().get(x, y);
                worst = interpolated ? Math.max(worst, Math.abs(off)) : worst;
            }
        }
        assertTrue(worst > 0 && worst < 4 * sky.noise(), "off by " + worst);
        assertTrue(mask.count(MaskPlanes.INTRP) > 100);
    }

    @Test
    default void filledPixelIsNotBetterKnownThanItsNeighbors() {
        MaskedImage image =
                damaged(Skies.seeded(6).size(64, 64).stars(0).build().image(), 6);
        MaskedImage filled = checked().interpolate(image, PLANES);
        int bit = filled.mask().planes().bits(MaskPlanes.INTRP);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                boolean interpolated = (filled.mask().get(x, y) & bit) != 0;
                assertTrue(!interpolated || filled.variance().get(x, y) > 900, x + ", " + y);
            }
        }
    }

    @Test
    default void pedestalMovesFilledValuesByAsMuch() {
        MaskedImage image =
                damaged(Skies.seeded(7).size(64, 64).stars(3).build().image(), 7);
        MaskedImage raised = image.withScience(Images.plus(image.science(), 500));
        Image low = checked().interpolate(image, PLANES).science();
        Image high = checked().interpolate(raised, PLANES).science();
        assertEquals(0, Images.difference(Images.plus(low, 500), high), 0.05); // rounding of floats
    }

    @Test
    default void unusablePixelsOfOtherPlanesGiveNothing() {
        MaskedImage image = MaskedImage.of(Images.constant(9, 9, 5));
        image = Images.marked(image, MaskPlanes.CR, 4, 4);
        image = Images.marked(
                image.withScience(Images.with(image.science(), 5, 4, 1e6)), MaskPlanes.BAD, 5, 4);
        image = image.withScience(Images.with(image.science(), 3, 4, Double.NaN));
        MaskedImage filled = checked().interpolate(image, List.of(MaskPlanes.CR));
        assertEquals(5, filled.science().get(4, 4), 1e-5);
        assertEquals(1e6f, filled.science().get(5, 4));
    }

    @Test
    default void farFromGoodPixelsThereAreNoData() {
        MaskedImage image = MaskedImage.of(Images.of(512, 3, (x, y) -> x == 0 ? 3 : 1e6));
        for (int x = 1; x < 512; x++) {
            for (int y = 0; y < 3; y++) {
                image = Images.marked(image, MaskPlanes.SAT, x, y);
            }
        }
        MaskedImage filled = checked().interpolate(image, PLANES);
        int bit = filled.mask().planes().bits(MaskPlanes.NO_DATA);
        assertTrue((filled.mask().get(511, 1) & bit) != 0);
        assertEquals(3, filled.science().get(511, 1));
    }

    @Test
    default void imageWithoutGoodPixelIsRefused() {
        MaskedImage image = Images.marked(
                MaskedImage.of(Images.constant(1, 1, Double.NaN)), MaskPlanes.BAD, 0, 0);
        TaskException e =
                assertThrows(TaskException.class, () -> checked().interpolate(image, PLANES));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
    }
}
