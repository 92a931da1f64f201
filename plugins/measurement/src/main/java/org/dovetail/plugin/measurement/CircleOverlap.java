package org.dovetail.plugin.measurement;

/**
 * Computes the area that a circle and a pixel share, exactly.
 *
 * <p>By the axes through the center of the circle the pixel is cut into parts that lie in one
 * quadrant each and are mirrored into the first. There the arc falls steadily: where it lies above
 * the part, all counts; where it crosses, what counts is a rectangle and a trapezoid under the chord
 * of the arc, and the circular segment between the two, {@code r^2 (asin s - s sqrt(1 - s^2))} for a
 * chord of {@code 2 r s}.
 */
final class CircleOverlap {

    /** Below it, the power series of the segment is exact enough, and several times faster. */
    private static final double SHORT = 0.15;

    private CircleOverlap() {}

    /**
     * Returns the area that a circle and a pixel share.
     *
     * @param dx the center of the pixel, in pixels from the center of the circle
     * @param dy the same along the other axis
     * @param radius the radius of the circle, in pixels; greater than 0
     * @return the area, in pixels; from 0 to 1
     */
    static double area(double dx, double dy, double radius) {
        double x = Math.abs(dx);
        double y = Math.abs(dy);
        double x0 = Math.max(0, x - 0.5);
        double y0 = Math.max(0, y - 0.5);
        int columns = x < 0.5 ? 2 : 1;
        int rows = y < 0.5 ? 2 : 1;
        double area = 0;
        // Loops, as a compiler would copy what is called in several places into each of them.
        for (int i = 0; i < columns; i++) {
            double x1 = i == 0 ? x + 0.5 : 0.5 - x;
            double strip = 0;
            for (int j = 0; j < rows; j++) {
                strip += quadrant(x0, x1, y0, j == 0 ? y + 0.5 : 0.5 - y, radius);
            }
            area += strip;
        }
        return area;
    }

    /** Returns the area that the circle shares with a rectangle of the first quadrant. */
    private static double quadrant(double x0, double x1, double y0, double y1, double radius) {
        double square = radius * radius;
        if (x0 * x0 + y0 * y0 >= square) {
            return 0;
        }
        if (x1 * x1 + y1 * y1 <= square) {
            return (x1 - x0) * (y1 - y0);
        }
        // From x0 to a the arc is above the rectangle, from a to b it crosses it.
        double a = x0 * x0 + y1 * y1 <= square ? Math.sqrt(square - y1 * y1) : x0;
        double b = x1 * x1 + y0 * y0 <= square ? x1 : Math.sqrt(square - y0 * y0);
        double heightA = Math.min(y1, Math.sqrt(square - a * a)) - y0;
        double heightB = Math.max(y0, Math.sqrt(Math.max(0, square - b * b))) - y0;
        double chord = Math.sqrt((b - a) * (b - a) + (heightA - heightB) * (heightA - heightB));
        return (a - x0) * (y1 - y0)
                + (b - a) * (heightA + heightB) / 2
                + square * segment(Math.min(1, chord / (2 * radius)));
    }

    /** Returns the segment of the unit circle over a chord of twice some length, at most half. */
    private static double segment(double s) {
        double square = s * s;
        if (s > SHORT) {
            return Math.asin(s) - s * Math.sqrt(1 - square);
        }
        // The power series; the first term left out, 0.04 s^13, is below 1e-12.
        return s
                * square
                * (2.0 / 3
                        + square
                                * (1.0 / 5
                                        + square
                                                * (3.0 / 28
                                                        + square
                                                                * (5.0 / 72
                                                                        + square * 35.0 / 704))));
    }
}
