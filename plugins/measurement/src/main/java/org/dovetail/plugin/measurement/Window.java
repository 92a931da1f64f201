package org.dovetail.plugin.measurement;

import org.dovetail.role.detection.Detections;

/** Centers a Gaussian window on one source after another; for one thread. */
final class Window {

    private static final int STEPS = 16;
    /** The step, in pixels, at which the center is at rest. */
    private static final double REST = 2e-4;
    /** The radius of the window, in standard deviations. */
    private static final double RADIUS = 4;

    private final Stamp stamp;
    private final Detections detections;
    private final Noise noise;
    private double[] columnWeights = new double[64];
    private double x;
    private double y;
    private double sum;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumYy;

    Window(Stamp stamp, Detections detections, Noise noise) {
        this.stamp = stamp;
        this.detections = detections;
        this.noise = noise;
    }

    /**
     * Centers the window.
     *
     * @param source the number of the source
     * @param startX where to begin, in pixels
     * @param startY where to begin, in pixels
     * @param sigma the standard deviation of the window, in pixels
     * @return whether it came to rest
     */
    boolean center(int source, double startX, double startY, double sigma) {
        x = startX;
        y = startY;
        double radius = RADIUS * sigma;
        for (int step = 0; step < STEPS; step++) {
            if (!(sigma > 0) || !stamp.read(x, y, radius, radius)) {
                return false;
            }
            stamp.blankOthers(detections, source);
            stamp.fillFromOpposite(x, y);
            sum(sigma, radius);
            double stepX = 2 * sumX / sum;
            double stepY = 2 * sumY / sum;
            x += stepX;
            y += stepY;
            // NaN compares as false: it does not pass for a center.
            if (!(sum > 0 && Math.hypot(x - startX, y - startY) <= radius)) {
                return false;
            }
            if (Math.hypot(stepX, stepY) < REST) {
                return true;
            }
        }
        return false;
    }

    private void sum(double sigma, double radius) {
        clear();
        int from = stamp.startX();
        int count = stamp.endX() - from;
        if (columnWeights.length < count) {
            columnWeights = new double[2 * count];
        }
        for (int i = 0; i < count; i++) {
            columnWeights[i] = gauss(from + i - x, sigma);
        }
        double inner = Math.max(0, radius - Math.sqrt(0.5));
        double innerSquare = inner * inner;
        for (int row = stamp.startY(); row < stamp.endY(); row++) {
            double dy = row - y;
            double rowWeight = gauss(dy, sigma);
            for (int i = 0; i < count; i++) {
                double dx = from + i - x;
                float value = stamp.at(from + i, row);
                if (!Float.isNaN(value)) {
                    boolean whole = dx * dx + dy * dy <= innerSquare;
                    double part = whole ? 1 : CircleOverlap.area(dx, dy, radius);
                    add(dx, dy, part * columnWeights[i] * rowWeight, value);
                }
            }
        }
    }

    private static double gauss(double distance, double sigma) {
        return Math.exp(-distance * distance / (2 * sigma * sigma));
    }

    private void clear() {
        sum = 0;
        sumX = 0;
        sumY = 0;
        sumXx = 0;
        sumYy = 0;
    }

    private void add(double dx, double dy, double weight, double value) {
        double light = weight * value;
        double variance = weight * weight * noise.ofPixel(value);
        sum += light;
        sumX += light * dx;
        sumY += light * dy;
        sumXx += variance * dx * dx;
        sumYy += variance * dy * dy;
    }

    /** Returns the column of the center, in pixels. */
    double x() {
        return x;
    }

    /** Returns the row of the center, in pixels. */
    double y() {
        return y;
    }

    /** Returns the standard deviation of the column, in pixels. */
    double errorX() {
        return 2 * Math.sqrt(sumXx) / sum;
    }

    /** Returns the standard deviation of the row, in pixels. */
    double errorY() {
        return 2 * Math.sqrt(sumYy) / sum;
    }
}
