package org.dovetail.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.dovetail.comparison.Matching.Points;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {

    private static Points onLine(double... x) {
        return new Points(x, new double[x.length]);
    }

    @Test
    void nearestPairWinsAndTheOtherTakesWhatIsLeft() {
        Matching matching = Matching.nearest(onLine(0, 1), onLine(0.9, 1.8), 1);
        assertEquals(
                Matching.NONE, Matching.nearest(onLine(0, 1), onLine(0.9), 1).partner(0));
        assertEquals(0, matching.partner(1));
        assertEquals(Matching.NONE, matching.partner(0)); // 1.8 is too far
        assertEquals(1, Matching.nearest(onLine(0, 1), onLine(0.9, 1.8), 2).partner(0));
    }

    @Test
    void equalDistancesGoByOrder() {
        Matching matching = Matching.nearest(onLine(1, 3), onLine(2, 4), 1.5);
        assertEquals(0, matching.partner(0));
        assertEquals(1, matching.partner(1));
    }

    @Test
    void radiusIsInclusiveAndNanStaysAlone() {
        assertEquals(1, Matching.nearest(onLine(0), onLine(2), 2).size());
        assertEquals(0, Matching.nearest(onLine(0), onLine(2.01), 2).size());
        assertEquals(
                1,
                Matching.nearest(onLine(Double.NaN, 5), onLine(5, Double.NaN), 9)
                        .size());
        assertEquals(0, Matching.nearest(onLine(), onLine(), 1).size());
        assertEquals(0, Matching.nearest(onLine(1e300), onLine(0), 1).size());
        assertThrows(
                IllegalArgumentException.class,
                () -> Matching.nearest(onLine(1), onLine(1), Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gridFindsWhatTryingAllPairsFinds(long seed) {
        Random random = new Random(seed);
        double[][] c = new double[4][200];
        for (double[] coordinates : c) {
            for (int i = 0; i < coordinates.length; i++) {
                coordinates[i] = 100 * random.nextDouble();
            }
        }
        double radius = 0.5 + 5 * random.nextDouble();
        Matching fast = Matching.nearest(new Points(c[0], c[1]), new Points(c[2], c[3]), radius);
        boolean[] used = new boolean[200];
        int[] partner = new int[200];
        Arrays.fill(partner, Matching.NONE);
        while (true) {
            double best = radius;
            int[] pair = {-1, -1};
            for (int i = 0; i < 200; i++) {
                for (int j = 0; j < 200; j++) {
                    double distance = Math.hypot(c[0][i] - c[2][j], c[1][i] - c[3][j]);
                    if (partner[i] == Matching.NONE && !used[j] && distance <= best) {
                        best = distance;
                        pair = new int[] {i, j};
                    }
                }
            }
            if (pair[0] < 0) {
                break;
            }
            partner[pair[0]] = pair[1];
            used[pair[1]] = true;
        }
        for (int i = 0; i < 200; i++) {
            assertEquals(partner[i], fast.partner(i));
        }
    }
}
