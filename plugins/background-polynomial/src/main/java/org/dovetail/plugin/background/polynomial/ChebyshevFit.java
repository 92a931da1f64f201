package org.dovetail.plugin.background.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The normal equations of a fit of Chebyshev polynomials, and their solution. */
final class ChebyshevFit {

    /** Part of a term that lower ones leave unexplained, below which the data cannot tell it. */
    private static final double INDEPENDENT = 1e-9;

    private final int order;
    private final double[][] columns;
    private final double[][] rows;
    /** Sums of T_k(u) T_l(v) over the pixels, k and l up to twice the order. */
    private final double[][] products;
    /** Sums of the values times T_i(u) T_j(v). */
    private final double[][] values;

    private long count;
    private double squares;

    ChebyshevFit(int width, int height, int order) {
        this.order = order;
        columns = ChebyshevSurface.polynomials(width, 2 * order + 1);
        rows = ChebyshevSurface.polynomials(height, 2 * order + 1);
        products = new double[2 * order + 1][2 * order + 1];
        values = new double[order + 1][order + 1];
    }

    void clear() {
        count = 0;
        squares = 0;
        for (double[] row : products) {
            Arrays.fill(row, 0);
        }
        for (double[] row : values) {
            Arrays.fill(row, 0);
        }
    }

    /**
     * Adds the pixels of a row that are near enough to a model; NaN never is.
     *
     * @param y the row
     * @param pixels the values
     * @param model what they are compared with
     * @param limit the greatest distance
     * @param pivot what is subtracted from the values, to keep the sums small
     */
    void addRow(int y, float[] pixels, double[] model, double limit, double pivot) {
        int near = 0;
        int[] place = new int[pixels.length];
        double[] value = new double[pixels.length];
        for (int x = 0; x < pixels.length; x++) {
            if (Math.abs(pixels[x] - model[x]) <= limit) {
                place[near] = x;
                value[near++] = pixels[x] - pivot;
            }
        }
        count += near;
        for (int k = 0; k <= 2 * order; k++) {
            double sum = 0;
            double weighted = 0;
            double[] column = columns[k];
            for (int n = 0; n < near; n++) {
                double here = column[place[n]];
                sum += here;
                weighted += value[n] * here;
            }
            for (int l = 0; l <= 2 * order; l++) {
                products[k][l] += sum * rows[l][y];
            }
            for (int j = 0; k <= order && j <= order; j++) {
                values[k][j] += weighted * rows[j][y];
            }
        }
        for (int n = 0; n < near; n++) {
            squares += value[n] * value[n];
        }
    }

    /** Returns the number of pixels added. */
    long count() {
        return count;
    }

    /** Returns the mean of the values, less the pivot. */
    double mean() {
        return values[0][0] / count;
    }

    /** Returns the standard deviation of the pixels added around their fit. */
    double deviation(double[] coefficients) {
        double explained = 0;
        for (int j = 0; j <= order; j++) {
            for (int i = 0; i <= order; i++) {
                explained += coefficients[j * (order + 1) + i] * values[i][j];
            }
        }
        return Math.sqrt(Math.max(0, (squares - explained) / count));
    }

    /** Returns the coefficients of T_i(u) T_j(v), at {@code j * (order + 1) + i}. */
    double[] solve() {
        List<int[]> terms = new ArrayList<>();
        for (int degree = 0; degree <= order; degree++) {
            for (int j = 0; j <= degree; j++) {
                terms.add(new int[] {degree - j, j});
            }
        }
        int size = terms.size();
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        for (int a = 0; a < size; a++) {
            right[a] = values[terms.get(a)[0]][terms.get(a)[1]];
            for (int b = 0; b <= a; b++) {
                matrix[a][b] = product(terms.get(a), terms.get(b));
            }
        }
        double[] solution = cholesky(matrix, right);
        double[] coefficients = new double[(order + 1) * (order + 1)];
        for (int a = 0; a < size; a++) {
            coefficients[terms.get(a)[1] * (order + 1) + terms.get(a)[0]] = solution[a];
        }
        return coefficients;
    }

    /** Returns the sum of the product of two terms, from those of single polynomials. */
    private double product(int[] one, int[] other) {
        int highX = one[0] + other[0];
        int lowX = Math.abs(one[0] - other[0]);
        int highY = one[1] + other[1];
        int lowY = Math.abs(one[1] - other[1]);
        return (products[highX][highY]
                        + products[highX][lowY]
                        + products[lowX][highY]
                        + products[lowX][lowY])
                / 4;
    }

    /** Solves a symmetric system, given its lower half; leaves out terms that others explain. */
    private static double[] cholesky(double[][] lower, double[] right) {
        int size = right.length;
        double[] solution = new double[size];
        boolean[] independent = new boolean[size];
        for (int a = 0; a < size; a++) {
            double whole = lower[a][a];
            for (int b = 0; b <= a; b++) {
                double sum = lower[a][b];
                for (int c = 0; c < b; c++) {
                    sum -= lower[a][c] * lower[b][c];
                }
                if (b == a) {
                    independent[a] = sum > INDEPENDENT * whole;
                    lower[a][a] = independent[a] ? Math.sqrt(sum) : 0;
                } else {
                    lower[a][b] = independent[b] ? sum / lower[b][b] : 0;
                }
            }
            double sum = right[a];
            for (int c = 0; c < a; c++) {
                sum -= lower[a][c] * solution[c];
            }
            solution[a] = independent[a] ? sum / lower[a][a] : 0;
        }
        for (int a = size - 1; a >= 0; a--) {
            double sum = solution[a];
            for (int c = a + 1; c < size; c++) {
                sum -= lower[c][a] * solution[c];
            }
            solution[a] = independent[a] ? sum / lower[a][a] : 0;
        }
        return solution;
    }
}
