package org.dovetail.plugin.measurement;

/** Sums the pixels whose centers lie in an ellipse; for one thread. */
final class EllipseSum {

    private double flux;
    private double moment;
    private int area;
    private int replaced;

    /**
     * Sums the pixels of an ellipse.
     *
     * @param stamp the pixels around the source, NaN where they cannot be used
     * @param ellipse the ellipses of equal distance
     * @param limit the distance up to which pixels count, in units of the axes
     * @param fill whether a pixel that cannot be used is replaced by the one on the other side of
     *     the center, not left out
     */
    void sum(Stamp stamp, Ellipse ellipse, double limit, boolean fill) {
        flux = 0;
        moment = 0;
        area = 0;
        replaced = 0;
        double reach = limit * ellipse.halfHeight();
        int bottom = (int) Math.max(stamp.startY(), Math.ceil(ellipse.y() - reach));
        int top = (int) Math.min(stamp.endY() - 1, Math.floor(ellipse.y() + reach));
        for (int row = bottom; row <= top; row++) {
            double dy = row - ellipse.y();
            // The chord of the ellipse in this row: a quadratic equation for dx.
            double middle = -ellipse.xy() * dy / (2 * ellipse.xx());
            double root = middle * middle - (ellipse.yy() * dy * dy - limit * limit) / ellipse.xx();
            if (root >= 0) {
                double half = Math.sqrt(root);
                double left = Math.ceil(ellipse.x() + middle - half);
                double right = Math.floor(ellipse.x() + middle + half);
                int from = (int) Math.max(stamp.startX(), left);
                int to = (int) Math.min(stamp.endX() - 1, right);
                sumRow(stamp, ellipse, row, from, to, fill);
            }
        }
    }

    private void sumRow(Stamp stamp, Ellipse ellipse, int row, int from, int to, boolean fill) {
        double dy = row - ellipse.y();
        double squareY = ellipse.yy() * dy * dy;
        double mixed = ellipse.xy() * dy;
        int mirrorX = (int) Math.floor(2 * ellipse.x() + 0.5);
        int mirrorY = (int) Math.floor(2 * ellipse.y() + 0.5) - row;
        double rowFlux = 0;
        double rowMoment = 0;
        for (int column = from; column <= to; column++) {
            float value = stamp.at(column, row);
            if (Float.isNaN(value)) {
                replaced++;
                value = fill ? stamp.at(mirrorX - column, mirrorY) : 0;
                if (Float.isNaN(value)) {
                    value = 0;
                }
            }
            double dx = column - ellipse.x();
            rowFlux += value;
            rowMoment += value * Math.sqrt(Math.max(0, (ellipse.xx() * dx + mixed) * dx + squareY));
        }
        flux += rowFlux;
        moment += rowMoment;
        area += Math.max(0, to - from + 1);
    }

    /** Returns the sum of the pixels, in the unit of the image. */
    double flux() {
        return flux;
    }

    /** Returns the sum of pixel times distance, in the unit of the image. */
    double moment() {
        return moment;
    }

    /** Returns the number of pixels inside the image. */
    int area() {
        return area;
    }

    /** Returns how many of them could not be used. */
    int replaced() {
        return replaced;
    }
}
