package org.dovetail.plugin.measurement;

/**
 * Second moments of a distribution of light or of an error, in square pixels.
 *
 * @param xx along the columns; at least 0
 * @param yy along the rows; at least 0
 * @param xy mixed
 */
record SecondMoments(double xx, double yy, double xy) {

    /** The variance of a position spread evenly over a pixel, as SExtractor rounds it. */
    static final double PIXEL = 0.0833333;
    /** Sources with a smaller determinant are not resolved: its square, as SExtractor rounds it. */
    private static final double SINGULAR = 0.00694;

    /** Returns the moments of the light of the pixels around their center. */
    static SecondMoments ofLight(FootprintPixels pixels) {
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (int i = 0; i < pixels.count(); i++) {
            double dx = pixels.dx(i);
            double dy = pixels.dy(i);
            double weight = pixels.weight(i);
            sumXx += weight * dx * dx;
            sumYy += weight * dy * dy;
            sumXy += weight * dx * dy;
        }
        double total = pixels.total();
        return new SecondMoments(sumXx / total, sumYy / total, sumXy / total);
    }

    /** Returns whether a source of these moments is no larger than a pixel in some direction. */
    boolean singular() {
        return determinant() < SINGULAR;
    }

    /** Returns the moments after spreading the light over a square. */
    SecondMoments spread(double variance) {
        return new SecondMoments(xx + variance, yy + variance, xy);
    }

    double determinant() {
        return xx * yy - xy * xy;
    }

    /** Returns the standard deviation along the direction in which it is greatest. */
    double major() {
        return Math.sqrt((xx + yy) / 2 + halfDifference());
    }

    /** Returns the standard deviation along the direction in which it is least. */
    double minor() {
        return Math.sqrt(Math.max(0, (xx + yy) / 2 - halfDifference()));
    }

    private double halfDifference() {
        return Math.hypot((xx - yy) / 2, xy);
    }

    /** Returns the direction of the major axis, in degrees from x towards y, from -90 to 90. */
    double positionAngle() {
        return Math.toDegrees(Math.atan2(2 * xy, xx - yy) / 2);
    }
}
