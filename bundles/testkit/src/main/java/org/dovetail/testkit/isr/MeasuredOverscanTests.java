package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link OverscanCorrector} that measures the overscan must do. */
public interface MeasuredOverscanTests
        extends OverscanCorrectorTests, InterruptibleTests<OverscanCorrector> {

    @Test
    default void constantOffsetIsTakenAway() {
        Image signal = Images.of(12, 9, (x, y) -> 3 * x + y);
        OverscanResult result = checkedCorrector()
                .correct(RawData.read(Images.plus(signal, 1000), Images.constant(6, 9, 1000)));
        assertEquals(0, Images.difference(signal, result.data()), 1e-3); // float rounding
        assertEquals(1000, result.level(), 1e-6);
        assertEquals(0, result.scatter(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void pedestalMovesTheLevelAndNothingElse(long seed) {
        Image data = Images.noise(seed, 40, 64, 900, 5);
        Image overscan = Images.noise(seed + 100, 16, 64, 800, 5);
        OverscanResult low = checkedCorrector().correct(RawData.read(data, overscan));
        OverscanResult high = checkedCorrector()
                .correct(RawData.read(Images.plus(data, 1024), Images.plus(overscan, 1024)));
        assertEquals(low.level() + 1024, high.level(), 0.01); // rounding may clip one value more
        assertEquals(low.scatter(), high.scatter(), 0.01);
        assertEquals(0, Images.difference(low.data(), high.data()), 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void scatterIsTheNoiseOfTheOverscan(long seed) {
        OverscanResult result = checkedCorrector()
                .correct(RawData.read(
                        Images.constant(10, 400, 1000), Images.noise(seed, 32, 400, 1000, 5)));
        assertEquals(5, result.scatter(), 0.25); // 12,800 values give 0.6 %; clipping takes some
    }

    @Test
    default void outliersInTheOverscanDoNotMatter() {
        Image noise = Images.noise(7, 32, 300, 1000, 5);
        Image hit = Images.of(
                32, 300, (x, y) -> noise.get(x, y) + ((x * 7 + y * 13) % 101 == 0 ? 5000 : 0));
        OverscanResult clean =
                checkedCorrector().correct(RawData.read(Images.constant(10, 300, 1000), noise));
        OverscanResult result =
                checkedCorrector().correct(RawData.read(Images.constant(10, 300, 1000), hit));
        assertEquals(clean.level(), result.level(), 0.1);
        assertEquals(clean.scatter(), result.scatter(), 0.1);
    }

    @Test
    default void valuesThatAreNotFiniteDoNotCount() {
        Image overscan = Images.of(8, 20, (x, y) -> x == 2 || y == 5 ? Double.NaN : 300);
        OverscanResult result =
                checkedCorrector().correct(RawData.read(Images.constant(4, 20, 310), overscan));
        assertEquals(0, Images.difference(Images.constant(4, 20, 10), result.data()), 1e-3);
    }

    @Test
    default void missingOverscanIsRefused() {
        RawAmplifier amplifier = RawData.withoutOverscan(
                RawData.amplifier("A", new Box(0, 0, 4, 5)), Images.constant(4, 5, 1));
        TaskException e =
                assertThrows(TaskException.class, () -> checkedCorrector().correct(amplifier));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
        assertTrue(e.getMessage().contains("'A'"), e.getMessage());
    }

    @Test
    default void overscanWithoutValuesIsRefused() {
        RawAmplifier amplifier =
                RawData.read(Images.constant(4, 5, 1), Images.constant(3, 5, Double.NaN));
        TaskException e =
                assertThrows(TaskException.class, () -> checkedCorrector().correct(amplifier));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
    }
}
