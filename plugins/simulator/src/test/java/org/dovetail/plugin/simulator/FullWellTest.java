package org.dovetail.plugin.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FullWellTest {

    @Test
    void excessGoesUpAndDownUntilThereIsRoom() {
        float[] column = {10, 10, 10, 340, 60, 10, 10};
        int[] marks = new int[7];
        FullWell.bleed(column, marks, 1, 100);
        assertArrayEquals(new float[] {10, 40, 100, 100, 100, 90, 10}, column);
        assertArrayEquals(new int[] {0, 0, 2, 2, 2, 0, 0}, marks);
    }

    @Test
    void chargeIsKeptAndOtherColumnsAreNotTouched() {
        float[] frame = new float[3 * 50];
        for (int y = 0; y < 50; y++) {
            frame[3 * y] = 7;
            frame[3 * y + 1] = 1 + 900 / (1 + Math.abs(y - 25));
        }
        double before = sum(frame);
        FullWell.bleed(frame, new int[frame.length], 3, 200);
        assertEquals(before, sum(frame), 1e-3);
        for (int y = 0; y < 50; y++) {
            assertEquals(7, frame[3 * y]);
            assertEquals(true, frame[3 * y + 1] <= 200);
        }
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
