package org.dovetail.plugin.combination;

import java.util.ArrayList;
import java.util.List;

/**
 * Sorts many short columns at once: the same compare and exchange for every column, one row beside
 * another, which the compiler turns into vector instructions.
 *
 * <p>Reference: merge exchange, Knuth (1998), The Art of Computer Programming 3, 2nd ed.,
 * Addison-Wesley, algorithm 5.2.2M; Batcher (1968), Proc. AFIPS Spring Joint Computer Conf. 32, 307,
 * doi:10.1145/1468075.1468121. Written from the description.
 */
final class SortingNetwork {

    /**
     * A compare and exchange.
     *
     * @param low the row that gets the lesser value
     * @param high the row that gets the greater value
     */
    private record Exchange(int low, int high) {}

    private final List<Exchange> exchanges = new ArrayList<>();

    /**
     * Builds a network.
     *
     * @param rows the length of the columns
     */
    SortingNetwork(int rows) {
        int top = Integer.highestOneBit(Math.max(1, rows - 1));
        for (int p = top; p > 0; p /= 2) {
            addPass(rows, p, 0, p);
            for (int q = top; q > p; q /= 2) {
                addPass(rows, p, p, q - p);
            }
        }
    }

    private void addPass(int rows, int p, int r, int distance) {
        for (int i = 0; i < rows - distance; i++) {
            if ((i & p) == r) {
                exchanges.add(new Exchange(i, i + distance));
            }
        }
    }

    /** Sorts each column of some rows; none may hold NaN. */
    void sort(float[][] rows) {
        for (Exchange exchange : exchanges) {
            exchange(rows[exchange.low], rows[exchange.high]);
        }
    }

    private static void exchange(float[] low, float[] high) {
        for (int x = 0; x < low.length; x++) {
            float a = low[x];
            float b = high[x];
            low[x] = Math.min(a, b);
            high[x] = Math.max(a, b);
        }
    }
}
