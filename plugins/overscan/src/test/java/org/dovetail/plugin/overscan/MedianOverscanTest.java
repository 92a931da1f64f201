package org.dovetail.plugin.overscan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.MeasuredOverscanTests;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

class MedianOverscanTest implements MeasuredOverscanTests {

    @Override
    public OverscanCorrector corrector() {
        return with();
    }

    @Test
    void eachRowHasItsOwnMedian() { // by hand: 10, 21, 30.5
        double[][] overscan = {{9, 10, 12}, {21, 20, 22}, {30, 31, Double.NaN}};
        OverscanResult result = with("smoothing", 1)
                .correct(RawData.read(
                        Images.constant(1, 3, 100), Images.of(3, 3, (x, y) -> overscan[y][x])));
        assertArrayEquals(new float[] {90, 79, 69.5f}, result.data().toArray());
        assertEquals((10 + 21 + 30.5) / 3, result.level(), 1e-12);
        // residuals -1 0 2; 0 -1 1; -.5 .5: squares 5 + 2 + .5, 8 values less 3 medians
        assertEquals(Math.sqrt(7.5 / 5), result.scatter(), 1e-12);
    }

    @Test
    void constantIsTheMedianOfAllValues() { // of 1 2 3 10 11 12 20 21 22: 11
        double[][] overscan = {{1, 2, 3}, {10, 11, 12}, {20, 21, 22}};
        OverscanResult result = with("perRow", false)
                .correct(RawData.read(
                        Images.constant(1, 3, 100), Images.of(3, 3, (x, y) -> overscan[y][x])));
        assertArrayEquals(new float[] {89, 89, 89}, result.data().toArray());
    }

    @Test
    void smoothingAveragesAsManyRowsOnEitherSide() { // rows 0 3 6 30: 0, 3, 13, 30
        double[] rows = {0, 3, 6, 30};
        OverscanResult result = with("smoothing", 3)
                .correct(
                        RawData.read(Images.constant(1, 4, 0), Images.of(2, 4, (x, y) -> rows[y])));
        assertArrayEquals(new float[] {0, -3, -13, -30}, result.data().toArray());
    }

    @Test
    void edgeColumnsAreLeftOut() {
        OverscanResult result = with("skipLeading", 2, "skipTrailing", 1)
                .correct(RawData.read(
                        Images.constant(1, 2, 50),
                        Images.of(5, 2, (x, y) -> x < 2 ? 900 : x == 4 ? -900 : 40)));
        assertArrayEquals(new float[] {10, 10}, result.data().toArray());
    }

    @Test
    void skippingAllColumnsIsRefused() {
        RawAmplifier amplifier = RawData.read(Images.constant(1, 2, 50), Images.constant(3, 2, 40));
        TaskException e =
                assertThrows(TaskException.class, () -> with("skipLeading", 3).correct(amplifier));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
        assertEquals(
                "the overscan of amplifier 'A' has 3 columns; none is left after skipping 3"
                        + " leading and 0 trailing ones",
                e.getMessage());
    }

    @Test
    void parallelOverscanIsSubtractedAfterTheSerial() { // serial 10, 12; columns 5, 7 above row 1
        Image data = Images.of(2, 2, (x, y) -> 100 + (y == 0 ? 10 : 12) + (x == 0 ? 5 : 7));
        Image rows = Images.of(2, 3, (x, y) -> 12 + (x == 0 ? 5 : 7));
        RawAmplifier amplifier = new RawAmplifier(
                RawData.amplifier("A", new Box(0, 0, 2, 2)),
                data,
                Optional.of(Images.of(4, 2, (x, y) -> y == 0 ? 10 : 12)),
                Optional.of(rows));
        OverscanResult result = with("smoothing", 1, "parallel", true).correct(amplifier);
        assertArrayEquals(new float[] {100, 100, 100, 100}, result.data().toArray());
        assertEquals(11 + 6, result.level(), 1e-12);
    }

    @Test
    void missingParallelOverscanIsRefusedWhereAskedFor() {
        RawAmplifier amplifier = RawData.read(Images.constant(1, 2, 50), Images.constant(3, 2, 40));
        TaskException e =
                assertThrows(TaskException.class, () -> with("parallel", true).correct(amplifier));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
    }

    @Test
    void evenSmoothingIsRefusedWithItsValue() {
        TaskException e = assertThrows(TaskException.class, () -> with("smoothing", 4));
        assertEquals("smoothing must be an odd number of rows, was 4", e.getMessage());
    }

    private static OverscanCorrector with(Object... settings) {
        return new MedianOverscan(Configs.of(MedianOverscan.Config.class, settings));
    }
}
