package org.dovetail.plugin.measurement;

/**
 * The ellipses of equal distance around a source: {@code xx dx^2 + yy dy^2 + xy dx dy = r^2}, where
 * r is 1 on the ellipse whose axes are a and b.
 *
 * @param x the column of the center, in pixels
 * @param y the row of the center, in pixels
 * @param xx coefficient, in 1/pixel^2; greater than 0
 * @param yy coefficient, in 1/pixel^2; greater than 0
 * @param xy coefficient, in 1/pixel^2
 * @param halfWidth how far the ellipse r = 1 reaches along x, in pixels
 * @param halfHeight how far the ellipse r = 1 reaches along y, in pixels
 */
record Ellipse(
        double x, double y, double xx, double yy, double xy, double halfWidth, double halfHeight) {

    /** Returns the ellipses around a point; not {@linkplain #valid valid} if moments make none. */
    static Ellipse of(double x, double y, SecondMoments moments) {
        double determinant = moments.determinant();
        return new Ellipse(
                x,
                y,
                moments.yy() / determinant,
                moments.xx() / determinant,
                -2 * moments.xy() / determinant,
                Math.sqrt(moments.xx()),
                Math.sqrt(moments.yy()));
    }

    /** Returns whether these are ellipses; they are not if anything is NaN or too flat. */
    boolean valid() {
        return Double.isFinite(x)
                && Double.isFinite(y)
                && xx > 0
                && yy > 0
                && 4 * xx * yy > xy * xy
                && xx < Double.POSITIVE_INFINITY
                && yy < Double.POSITIVE_INFINITY;
    }

    /** Returns the square of the distance of a point. */
    double square(double dx, double dy) {
        return xx * dx * dx + yy * dy * dy + xy * dx * dy;
    }
}
