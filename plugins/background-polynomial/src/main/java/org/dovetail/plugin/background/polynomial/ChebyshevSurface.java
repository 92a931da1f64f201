package org.dovetail.plugin.background.polynomial;

import org.dovetail.image.Surface;

/** A sum of products of Chebyshev polynomials of the column and of the row. */
final class ChebyshevSurface implements Surface {

    private final int width;
    private final int height;
    private final int terms;
    private final double[] coefficients;
    private final double pivot;
    private final double[][] columns;

    /**
     * Creates a surface.
     *
     * @param coefficients of {@code T_i(u) T_j(v)} at {@code j * terms + i}, terms each way
     * @param pivot a constant to add
     */
    ChebyshevSurface(int width, int height, double[] coefficients, double pivot) {
        this.width = width;
        this.height = height;
        this.terms = (int) Math.round(Math.sqrt(coefficients.length));
        this.coefficients = coefficients;
        this.pivot = pivot;
        columns = polynomials(width, terms);
    }

    /** Returns the first polynomials at the centers of pixels, which are spread over -1 to 1. */
    static double[][] polynomials(int pixels, int terms) {
        double[][] values = new double[terms][pixels];
        for (int x = 0; x < pixels; x++) {
            double u = pixels == 1 ? 0 : 2.0 * x / (pixels - 1) - 1;
            for (int i = 0; i < terms; i++) {
                values[i][x] = switch (i) {
                    case 0 -> 1;
                    case 1 -> u;
                    default -> 2 * u * values[i - 1][x] - values[i - 2][x];
                };
            }
        }
        return values;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void row(int y, float[] into) {
        double[] values = new double[width];
        exactRow(y, values);
        for (int x = 0; x < width; x++) {
            into[x] = (float) values[x];
        }
    }

    /** Evaluates one row in double precision. */
    void exactRow(int y, double[] into) {
        double v = height == 1 ? 0 : 2.0 * y / (height - 1) - 1;
        for (int i = 0; i < terms; i++) {
            double sum = i == 0 ? pivot : 0;
            double before = v; // T_-1 = T_1
            double here = 1;
            for (int j = 0; j < terms; j++) {
                sum += coefficients[j * terms + i] * here;
                double next = 2 * v * here - before;
                before = here;
                here = next;
            }
            double[] column = columns[i];
            for (int x = 0; x < width; x++) {
                into[x] = i == 0 ? sum : into[x] + sum * column[x];
            }
        }
    }
}
