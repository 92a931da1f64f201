package org.dovetail.plugin.background.mesh;

import java.util.Arrays;

/**
 * Level and scatter in the boxes of a mesh.
 *
 * @param columns the number of boxes in a row
 * @param rows the number of rows of boxes
 * @param level row after row, in the unit of the image; NaN for a bad box
 * @param scatter likewise
 */
record MeshGrid(int columns, int rows, double[] level, double[] scatter) {

    /** Returns a mesh without bad boxes: each takes the mean of its nearest good neighbors. */
    MeshGrid filled() {
        double[] fullLevel = level.clone();
        double[] fullScatter = scatter.clone();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                if (Double.isNaN(level[y * columns + x])) {
                    fill(x, y, fullLevel, fullScatter);
                }
            }
        }
        return new MeshGrid(columns, rows, fullLevel, fullScatter);
    }

    private void fill(int x, int y, double[] fullLevel, double[] fullScatter) {
        long nearest = Long.MAX_VALUE;
        double levelSum = 0;
        double scatterSum = 0;
        int count = 0;
        for (int i = 0; i < level.length; i++) {
            long dx = i % columns - x;
            long dy = i / columns - y;
            long distance = dx * dx + dy * dy;
            if (!Double.isNaN(level[i]) && distance <= nearest) {
                if (distance < nearest) {
                    nearest = distance;
                    levelSum = 0;
                    scatterSum = 0;
                    count = 0;
                }
                levelSum += level[i];
                scatterSum += scatter[i];
                count++;
            }
        }
        fullLevel[y * columns + x] = levelSum / count;
        fullScatter[y * columns + x] = scatterSum / count;
    }

    /**
     * Returns a mesh whose boxes take the median of their neighbors, where their level differs from
     * it by a threshold. The window ends at the edge, on both sides of the box.
     */
    MeshGrid filtered(int reach, double threshold) {
        if (reach == 0) {
            return this;
        }
        double[] smoothLevel = level.clone();
        double[] smoothScatter = scatter.clone();
        double[] window = new double[(2 * reach + 1) * (2 * reach + 1)];
        for (int y = 0; y < rows; y++) {
            int reachY = Math.min(reach, Math.min(y, rows - 1 - y));
            for (int x = 0; x < columns; x++) {
                int reachX = Math.min(reach, Math.min(x, columns - 1 - x));
                int at = y * columns + x;
                double median = median(level, x, y, reachX, reachY, window);
                if (Math.abs(median - level[at]) >= threshold) {
                    smoothLevel[at] = median;
                    smoothScatter[at] = median(scatter, x, y, reachX, reachY, window);
                }
            }
        }
        return new MeshGrid(columns, rows, smoothLevel, smoothScatter);
    }

    private double median(double[] values, int x, int y, int reachX, int reachY, double[] window) {
        int count = 0;
        for (int row = y - reachY; row <= y + reachY; row++) {
            for (int column = x - reachX; column <= x + reachX; column++) {
                window[count++] = values[row * columns + column];
            }
        }
        Arrays.sort(window, 0, count);
        return window[count / 2];
    }

    /** Returns the median level. */
    double medianLevel() {
        return median(level);
    }

    /** Returns the median scatter; that of the boxes that have any, if most have none. */
    double medianScatter() {
        double median = median(scatter);
        double[] positive = Arrays.stream(scatter).filter(value -> value > 0).toArray();
        return median > 0 || positive.length == 0 ? median : median(positive);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
