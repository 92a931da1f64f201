package org.dovetail.plugin.cosmicrays;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 10, 24, 25, 48, 49})
    void medianIsThatOfSortedValues(int count) {
        Random random = new Random(count);
        for (int trial = 0; trial < 500; trial++) {
            float[] values = new float[count + 3];
            for (int i = 0; i < values.length; i++) {
                values[i] = trial % 2 == 0 ? random.nextInt(4) : random.nextFloat();
            }
            float[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            float expected = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
            assertEquals(expected, Median.of(values, count));
        }
    }
}
