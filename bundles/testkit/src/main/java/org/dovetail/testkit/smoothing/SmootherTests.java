package org.dovetail.testkit.smoothing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.role.smoothing.SmootherContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.RoleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Smoother} must do, also one that does nothing; the test class of a plugin
 * implements it, or {@link FilterTests}.
 */
public interface SmootherTests extends RoleTests<Smoother> {

    /** Returns the smoother to test; its filter reaches at most 8 pixels. */
    Smoother smoother();

    @Override
    default Smoother algorithm() {
        return smoother();
    }

    @Override
    default List<Call<Smoother>> calls() {
        return List.of(
                Call.of(smoother -> smoother.smooth(Images.noise(9, 64, 64, 0, 1))),
                Call.of(smoother -> smoother.smooth(Images.noise(10, 64, 64, 5, 3))),
                Call.of(smoother -> smoother.smooth(Images.noise(11, 20, 50, 5, 3))));
    }

    /** Returns the smoother, checked. */
    default Smoother checked() {
        return new SmootherContract(smoother(), new Contract("smoothing"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 9", "3, 3", "40, 2", "5, 31"})
    default void everySizeIsKept(int width, int height) {
        Image image = Images.noise(1, width, height, 0, 1);
        assertTrue(checked().smooth(image).sameSize(image));
    }

    @Test
    default void constantStaysInside() {
        Image smooth = checked().smooth(Images.constant(40, 40, 3));
        Image inside = smooth.crop(new Box(8, 8, 24, 24));
        assertEquals(0, Images.difference(inside, Images.constant(24, 24, 3)), 2e-6);
    }

    @Test
    default void fluxOfAnImpulseIsKeptAndSymmetric() {
        Image smooth = checked().smooth(Images.impulse(33, 35, 16, 17, 1000));
        double sum = 0;
        for (int y = 0; y < 35; y++) {
            for (int x = 0; x < 33; x++) {
                sum += smooth.get(x, y);
                assertEquals(smooth.get(x, y), smooth.get(32 - x, 34 - y), 1e-4);
            }
        }
        assertEquals(1000, sum, 0.01);
    }

    @Test
    default void outsideIsZero() {
        Image large = Images.of(40, 40, (x, y) -> x < 8 || y < 8 ? 0 : x * y);
        Image small = large.crop(new Box(8, 8, 24, 24));
        // The far edges differ: the large image goes on there.
        Box near = new Box(0, 0, 16, 16);
        Image expected = checked().smooth(large).crop(new Box(8, 8, 16, 16));
        assertEquals(0, Images.difference(expected, checked().smooth(small).crop(near)), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void filterIsLinear(long seed) {
        Image one = Images.noise(seed, 37, 29, 5, 3);
        Image other = Images.noise(seed + 100, 37, 29, -2, 10);
        Image sum = Images.of(37, 29, (x, y) -> one.get(x, y) + 2 * other.get(x, y));
        Image first = checked().smooth(one);
        Image second = checked().smooth(other);
        Image expected = Images.of(37, 29, (x, y) -> first.get(x, y) + 2 * second.get(x, y));
        assertEquals(0, Images.difference(expected, checked().smooth(sum)), 1e-4);
    }

    @Test
    default void filterIsTheSameEverywhere() {
        Image here = checked().smooth(Images.impulse(40, 40, 15, 20, 100));
        Image there = checked().smooth(Images.impulse(40, 40, 22, 12, 100));
        Image one = here.crop(new Box(7, 12, 17, 17));
        Image other = there.crop(new Box(14, 4, 17, 17));
        assertEquals(0, Images.difference(one, other), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    default void holeCountsAsZeroAndStaysAHole(double hole) {
        Image noise = Images.noise(7, 30, 30, 0, 1);
        Image zero = checked().smooth(Images.with(Images.with(noise, 15, 14, 0), 0, 29, 0));
        Image holes = checked().smooth(Images.with(Images.with(noise, 15, 14, hole), 0, 29, hole));
        Image expected = Images.with(Images.with(zero, 15, 14, Double.NaN), 0, 29, Double.NaN);
        assertEquals(expected, holes);
    }
}
