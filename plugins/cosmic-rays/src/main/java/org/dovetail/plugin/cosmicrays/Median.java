package org.dovetail.plugin.cosmicrays;

/** Finds medians of small windows of pixels. */
final class Median {

    private Median() {}

    /**
     * Returns the median of the first values of an array: the mean of the middle two of an even
     * number. The array is reordered.
     *
     * @param values finite numbers
     * @param count how many of them; at least 1
     */
    static float of(float[] values, int count) {
        int middle = count / 2;
        select(values, count, middle);
        if (count % 2 == 1) {
            return values[middle];
        }
        float below = values[0];
        for (int i = 1; i < middle; i++) {
            below = Math.max(below, values[i]);
        }
        return (below + values[middle]) / 2;
    }

    /** Brings the value of one rank to its place, the smaller ones before it. */
    private static void select(float[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (high > low) {
            float pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static float middle(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
