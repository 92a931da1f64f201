package org.dovetail.plugin.interpolation;

import java.util.function.IntToDoubleFunction;

/** Fits a plane to the good pixels around a pixel; used by one thread. */
final class LocalPlane {

    /** Below this, relative to what it could be, a determinant is that of points on a line. */
    private static final double SINGULAR = 1e-9;

    private final Donors donors;
    private final int reach;
    private final double[] dx;
    private final double[] dy;
    private final double[] weights;
    private final double[] values;
    private final double[] variances;
    private int count;
    private float value;
    private float variance;

    LocalPlane(Donors donors, int reach) {
        this.donors = donors;
        this.reach = reach;
        int most = (2 * reach + 1) * (2 * reach + 1);
        dx = new double[most];
        dy = new double[most];
        weights = new double[most];
        values = new double[most];
        variances = new double[most];
    }

    /** Fits the plane for one pixel; returns false if no good pixel is near. */
    boolean fit(int pixel) {
        int nearest = donors.distance(pixel);
        if (nearest > reach) {
            return false;
        }
        int x = pixel % donors.width();
        int y = pixel / donors.width();
        int radius = nearest;
        while (radius <= reach && !surrounded(x, y, radius)) {
            radius++;
        }
        gather(x, y, radius <= reach ? radius : nearest);
        solve();
        return true;
    }

    /** Returns whether good pixels lie in opposite quarters of a window, cut at its diagonals. */
    private boolean surrounded(int x, int y, int radius) {
        boolean left = false;
        boolean right = false;
        boolean below = false;
        boolean above = false;
        int lastX = Math.min(donors.width() - 1, x + radius);
        int lastY = Math.min(donors.height() - 1, y + radius);
        for (int row = Math.max(0, y - radius); row <= lastY; row++) {
            for (int column = Math.max(0, x - radius); column <= lastX; column++) {
                if (donors.distance(row * donors.width() + column) == 0) {
                    int u = column - x;
                    int v = row - y;
                    left |= -u > Math.abs(v);
                    right |= u > Math.abs(v);
                    below |= -v > Math.abs(u);
                    above |= v > Math.abs(u);
                }
            }
        }
        return (left && right) || (below && above);
    }

    private void gather(int x, int y, int radius) {
        double scale = (radius + 1) / 2.0;
        int lastX = Math.min(donors.width() - 1, x + radius);
        int lastY = Math.min(donors.height() - 1, y + radius);
        count = 0;
        for (int row = Math.max(0, y - radius); row <= lastY; row++) {
            for (int column = Math.max(0, x - radius); column <= lastX; column++) {
                if (donors.distance(row * donors.width() + column) == 0) {
                    double u = column - x;
                    double v = row - y;
                    dx[count] = u;
                    dy[count] = v;
                    weights[count] = Math.exp(-(u * u + v * v) / (2 * scale * scale));
                    values[count] = donors.value(column, row);
                    variances[count] = donors.variance(column, row);
                    count++;
                }
            }
        }
    }

    private void solve() {
        double total = sum(i -> weights[i]);
        double meanX = sum(i -> weights[i] * dx[i]) / total;
        double meanY = sum(i -> weights[i] * dy[i]) / total;
        double xx = sum(i -> weights[i] * (dx[i] - meanX) * (dx[i] - meanX));
        double yy = sum(i -> weights[i] * (dy[i] - meanY) * (dy[i] - meanY));
        double xy = sum(i -> weights[i] * (dx[i] - meanX) * (dy[i] - meanY));
        double mean = sum(i -> weights[i] * values[i]) / total;
        double xv = sum(i -> weights[i] * (dx[i] - meanX) * (values[i] - mean));
        double yv = sum(i -> weights[i] * (dy[i] - meanY) * (values[i] - mean));
        double[] slope = solve(xx, yy, xy, xv, yv);
        // The value in the middle is a sum over the good pixels: with these, their variances go in.
        double[] lever = solve(xx, yy, xy, meanX, meanY);
        double scatter = sum(i -> {
            double plane = mean + slope[0] * (dx[i] - meanX) + slope[1] * (dy[i] - meanY);
            return weights[i] * (values[i] - plane) * (values[i] - plane);
        });
        double own = sum(i -> weights[i] * variances[i]);
        double taken = sum(i -> {
            double share = weights[i]
                    * (1 / total - lever[0] * (dx[i] - meanX) - lever[1] * (dy[i] - meanY));
            return share * share * variances[i];
        });
        value = within(mean - slope[0] * meanX - slope[1] * meanY);
        variance = (float) Math.min(Float.MAX_VALUE, Math.max(scatter, own) / total + taken);
    }

    /** Solves for the slopes of a plane; of a line where all points are on one. */
    private static double[] solve(double xx, double yy, double xy, double xv, double yv) {
        double determinant = xx * yy - xy * xy;
        if (determinant > SINGULAR * xx * yy) {
            return new double[] {
                (yy * xv - xy * yv) / determinant, (xx * yv - xy * xv) / determinant
            };
        }
        double along = xx + yy;
        if (!(along > 0)) {
            return new double[] {0, 0};
        }
        // Points on a line: the slope along it. The trace is the spread along the line.
        double squareX = xx / along;
        double cross = xy / along;
        double squareY = yy / along;
        return new double[] {
            (squareX * xv + cross * yv) / along, (cross * xv + squareY * yv) / along
        };
    }

    private float within(double fitted) {
        double least = values[0];
        double greatest = values[0];
        for (int i = 1; i < count; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        return (float) Math.min(greatest, Math.max(least, fitted));
    }

    private double sum(IntToDoubleFunction term) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += term.applyAsDouble(i);
        }
        return sum;
    }

    /** Returns the value of the plane where the pixel is. */
    float value() {
        return value;
    }

    /** Returns the variance of that value. */
    float variance() {
        return variance;
    }
}
