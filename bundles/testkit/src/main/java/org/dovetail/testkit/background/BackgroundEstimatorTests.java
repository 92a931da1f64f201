package org.dovetail.testkit.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.background.BackgroundEstimatorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BackgroundEstimator} must do; the test class of a plugin implements it. */
public interface BackgroundEstimatorTests extends InterruptibleTests<BackgroundEstimator> {

    /** Returns the estimator to test, for images of 256 x 256 pixels with stars. */
    BackgroundEstimator estimator();

    @Override
    default BackgroundEstimator algorithm() {
        return estimator();
    }

    @Override
    default List<Call<BackgroundEstimator>> calls() {
        return List.of(
                call(Skies.seeded(6).build().image()),
                call(Skies.seeded(7).slope(0.1).build().image()),
                call(Skies.seeded(8).size(100, 70).sky(200).stars(3).build().image()));
    }

    private static Call<BackgroundEstimator> call(MaskedImage image) {
        return estimator -> {
            Background background = estimator.estimate(image);
            return () -> List.of(
                    background.level().toImage(),
                    background.scatter().toImage(),
                    background.meanLevel(),
                    background.meanScatter());
        };
    }

    /** Returns the estimator, checked. */
    default BackgroundEstimator checked() {
        return new BackgroundEstimatorContract(estimator(), new Contract("background"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "1, 200", "200, 1", "65, 129", "256, 100"})
    default void constantImageIsItsOwnBackground(int width, int height) {
        Background background =
                checked().estimate(MaskedImage.of(Images.constant(width, height, 42)));
        Image level = Images.constant(width, height, 42);
        assertEquals(0, Images.difference(level, background.level().toImage()), 1e-4);
        assertEquals(42, background.meanLevel(), 1e-4);
        assertEquals(0, background.meanScatter(), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void skyUnderStarsIsFound(long seed) {
        Skies sky = Skies.seeded(seed).slope(0.1).build();
        Background background = checked().estimate(sky.image());
        // A twentieth of the noise: the mode of 4000 pixels under stars is known about so well.
        double tolerance = 0.08 * sky.noise();
        assertEquals(sky.sky(), background.meanLevel(), tolerance);
        assertEquals(sky.noise(), background.meanScatter(), 0.05 * sky.noise());
        Image empty = Skies.seeded(seed).slope(0.1).stars(0).build().noiseless();
        double worst = Images.difference(empty, background.level().toImage());
        assertEquals(0, worst, 0.6 * sky.noise());
        assertEquals(sky.noise(), Images.mean(background.scatter().toImage()), 0.1 * sky.noise());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void pedestalMovesTheLevelAndNothingElse(long seed) {
        MaskedImage image = Skies.seeded(seed).build().image();
        Background low = checked().estimate(image);
        Background high = checked().estimate(image.withScience(Images.plus(image.science(), 500)));
        // Rounding may move a pixel across a limit.
        assertEquals(low.meanLevel() + 500, high.meanLevel(), 0.1);
        assertEquals(low.meanScatter(), high.meanScatter(), 0.1);
        assertEquals(
                0,
                Images.difference(
                        Images.plus(low.level().toImage(), 500), high.level().toImage()),
                0.2);
    }

    @Test
    default void pixelsWithoutDataHaveNoInfluence() {
        MaskedImage clean = Skies.seeded(4).build().image();
        MaskedImage low = clean;
        MaskedImage high = clean;
        for (int i = 0; i < 200; i++) {
            int x = 13 * i % 256;
            int y = 7 * i % 256;
            String plane = MaskPlanes.NO_DATA;
            low = Images.marked(
                    low.withScience(Images.with(low.science(), x, y, -1e30)), plane, x, y);
            high = Images.marked(
                    high.withScience(Images.with(high.science(), x, y, Double.NaN)), plane, x, y);
        }
        Background one = checked().estimate(low);
        Background other = checked().estimate(high);
        assertEquals(one.level().toImage(), other.level().toImage());
        assertEquals(one.scatter().toImage(), other.scatter().toImage());
        Background none = checked().estimate(clean);
        assertEquals(none.meanLevel(), one.meanLevel(), 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    default void pixelsThatAreNotFiniteDoNotLeak(double hole) {
        Image image = Skies.seeded(5).build().image().science();
        Image holes = Images.of(
                256, 256, (x, y) -> x < 90 && y < 90 || x == 200 ? hole : image.get(x, y));
        Background background = checked().estimate(MaskedImage.of(holes));
        assertEquals(1000, background.meanLevel(), 3);
    }

    @Test
    default void imageWithoutDataIsRefused() {
        MaskedImage blank = MaskedImage.of(Images.constant(30, 20, Double.NaN));
        TaskException e = assertThrows(TaskException.class, () -> checked().estimate(blank));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
    }

    @Test
    default void smallPartWithDataIsEnough() {
        Image corner =
                Images.of(64, 64, (x, y) -> x < 20 && y < 20 ? 10 + (x + y) % 2 : Double.NaN);
        Background background = checked().estimate(MaskedImage.of(corner));
        assertEquals(10.5, background.meanLevel(), 0.6);
    }

    @Test
    default void tiltIsFoundWhereItLies() {
        Image tilted = Images.of(256, 256, (x, y) -> 1000 + 4 * x - 3 * y);
        Background background = checked().estimate(MaskedImage.of(tilted));
        Box inside = new Box(64, 64, 128, 128); // near the edge it is a matter of taste
        Image difference = Images.minus(background.level().toImage(), tilted).crop(inside);
        assertEquals(0, Images.mean(difference), 1); // a quarter of a column
    }
}
