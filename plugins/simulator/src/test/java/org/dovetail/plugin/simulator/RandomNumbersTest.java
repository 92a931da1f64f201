package org.dovetail.plugin.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomNumbersTest {

    private static final int DRAWS = 200_000;

    @Test
    void bitsAreThoseOfSplitMix() { // the first numbers of the reference program by Vigna (2015)
        RandomNumbers random = new RandomNumbers(1234567);
        assertEquals(6457827717110365317L, random.nextLong());
        assertEquals(3203168211198807973L, random.nextLong());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.nextLong());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 3, 9.99, 10, 12, 80, 1000, 1e5})
    void poissonHasItsMeanAndVariance(double mean) {
        RandomNumbers random = new RandomNumbers(1);
        double sum = 0;
        double square = 0;
        for (int i = 0; i < DRAWS; i++) {
            double count = random.poisson(mean);
            sum += count - mean;
            square += (count - mean) * (count - mean);
        }
        // Five standard deviations of the sample's mean and variance.
        assertEquals(0, sum / DRAWS, 5 * Math.sqrt(mean / DRAWS));
        double fourth = mean * (1 + 2 * mean);
        assertEquals(mean, square / DRAWS, 5 * Math.sqrt(fourth / DRAWS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 15, 40})
    void poissonCountsHaveTheirProbability(double mean) {
        RandomNumbers random = new RandomNumbers(2);
        int[] histogram = new int[200];
        for (int i = 0; i < DRAWS; i++) {
            histogram[(int) random.poisson(mean)]++;
        }
        double probability = Math.exp(-mean);
        double chiSquare = 0;
        int bins = 0;
        for (int k = 0; k < 200; k++) {
            double expected = DRAWS * probability;
            if (expected > 20) {
                chiSquare += Math.pow(histogram[k] - expected, 2) / expected;
                bins++;
            }
            probability *= mean / (k + 1);
        }
        assertEquals(bins, chiSquare, 4 * Math.sqrt(2.0 * bins));
    }

    @Test
    void gaussianHasItsMoments() {
        RandomNumbers random = new RandomNumbers(3);
        double sum = 0;
        double square = 0;
        double fourth = 0;
        for (int i = 0; i < DRAWS; i++) {
            double value = random.gaussian();
            sum += value;
            square += value * value;
            fourth += value * value * value * value;
        }
        assertEquals(0, sum / DRAWS, 5 / Math.sqrt(DRAWS));
        assertEquals(1, square / DRAWS, 5 * Math.sqrt(2.0 / DRAWS));
        assertEquals(3, fourth / DRAWS, 5 * Math.sqrt(96.0 / DRAWS));
    }

    @Test
    void childDoesNotDependOnWhatWasDrawn() {
        RandomNumbers parent = new RandomNumbers(5);
        long before = parent.child("frame", 2).nextLong();
        parent.nextLong();
        assertEquals(before, parent.child("frame", 2).nextLong());
        assertNotEquals(before, parent.child("frame", 3).nextLong());
        assertNotEquals(before, parent.child("other", 2).nextLong());
        assertNotEquals(before, new RandomNumbers(6).child("frame", 2).nextLong());
    }
}
