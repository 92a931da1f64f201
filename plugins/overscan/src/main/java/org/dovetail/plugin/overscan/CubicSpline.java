package org.dovetail.plugin.overscan;

import java.util.Arrays;

/** Fits cubic splines with evenly spaced knots to values at 0, 1, 2, … by least squares. */
final class CubicSpline {

    private static final int ORDER = 4;
    /** The weight of the penalty beside the mean weight of the data on a coefficient. */
    private static final double PENALTY = 1e-9;

    private static final double[] SECOND_DIFFERENCE = {1, -2, 1};

    private final int points;
    private final int segments;

    /**
     * Sets up a spline.
     *
     * @param points how many values there are
     * @param knotSpacing the distance between knots that is wanted
     */
    CubicSpline(int points, double knotSpacing) {
        this.points = points;
        segments = (int) Math.max(1, Math.round(points / knotSpacing));
    }

    /**
     * Fits the spline.
     *
     * @param values the values; not used where the weight is 0
     * @param weights the weights; at least one more than 0
     * @return the spline at each value
     */
    double[] fit(double[] values, double[] weights) {
        int size = segments + ORDER - 1;
        double[][] matrix = new double[size][ORDER]; // [i][k] is element (i, i - k)
        double[] vector = new double[size];
        double total = 0;
        int used = 0;
        double[] basis = new double[ORDER];
        for (int i = 0; i < points; i++) {
            if (weights[i] > 0) {
                addPoint(matrix, vector, segment(i, basis), basis, values[i], weights[i]);
                total += weights[i];
                used++;
            }
        }
        if (used < ORDER) {
            return constant(values, weights, total);
        }
        penalise(matrix, PENALTY * total / size);
        solve(matrix, vector);
        double[] curve = new double[points];
        for (int i = 0; i < points; i++) {
            int first = segment(i, basis);
            for (int k = 0; k < ORDER; k++) {
                curve[i] += basis[k] * vector[first + k];
            }
        }
        return curve;
    }

    private double[] constant(double[] values, double[] weights, double total) {
        double sum = 0;
        for (int i = 0; i < points; i++) {
            sum += weights[i] > 0 ? weights[i] * values[i] : 0;
        }
        double[] curve = new double[points];
        Arrays.fill(curve, sum / total);
        return curve;
    }

    /** Evaluates the four basis functions at a point; returns the index of the first. */
    private int segment(int point, double[] basis) {
        double place = points > 1 ? (double) point * segments / (points - 1) : 0;
        int first = Math.min(segments - 1, (int) place);
        double t = place - first;
        double u = 1 - t;
        basis[0] = u * u * u / 6;
        basis[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        basis[2] = (3 * u * u * u - 6 * u * u + 4) / 6;
        basis[3] = t * t * t / 6;
        return first;
    }

    private static void addPoint(
            double[][] matrix, double[] vector, int first, double[] basis, double v, double w) {
        for (int i = 0; i < ORDER; i++) {
            vector[first + i] += w * basis[i] * v;
            for (int k = 0; k <= i; k++) {
                matrix[first + i][k] += w * basis[i] * basis[i - k];
            }
        }
    }

    private static void penalise(double[][] matrix, double weight) {
        for (int first = 0; first + 2 < matrix.length; first++) {
            for (int i = 0; i < SECOND_DIFFERENCE.length; i++) {
                for (int k = 0; k <= i; k++) {
                    matrix[first + i][k] +=
                            weight * SECOND_DIFFERENCE[i] * SECOND_DIFFERENCE[i - k];
                }
            }
        }
    }

    /** Solves the banded symmetric system by Cholesky's method; the result is in the vector. */
    private static void solve(double[][] matrix, double[] vector) {
        int size = vector.length;
        for (int i = 0; i < size; i++) {
            for (int k = Math.min(i, ORDER - 1); k >= 0; k--) {
                double sum = matrix[i][k];
                for (int m = k + 1; m < ORDER && m <= i; m++) {
                    sum -= matrix[i][m] * matrix[i - k][m - k];
                }
                matrix[i][k] = k == 0 ? Math.sqrt(sum) : sum / matrix[i - k][0];
            }
            for (int k = 1; k < ORDER && k <= i; k++) {
                vector[i] -= matrix[i][k] * vector[i - k];
            }
            vector[i] /= matrix[i][0];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = 1; k < ORDER && i + k < size; k++) {
                vector[i] -= matrix[i + k][k] * vector[i + k];
            }
            vector[i] /= matrix[i][0];
        }
    }
}
