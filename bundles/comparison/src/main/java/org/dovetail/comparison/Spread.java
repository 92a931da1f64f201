package org.dovetail.comparison;

import java.util.Arrays;

/**
 * How some numbers are spread, whatever a few of them are.
 *
 * @param count how many
 * @param median the median; NaN of none
 * @param scatter 1.4826 times the median of absolute differences from the median, the standard
 *     deviation of normally distributed numbers; NaN of none
 * @since 1.0
 */
public record Spread(int count, double median, double scatter) {

    private static final double NORMAL = 1.4826;

    /** Measures numbers; those that are not finite are left out. */
    public static Spread of(double... numbers) {
        double[] sorted =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        double median = median(sorted);
        double[] differences =
                Arrays.stream(sorted).map(v -> Math.abs(v - median)).sorted().toArray();
        return new Spread(sorted.length, median, NORMAL * median(differences));
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
