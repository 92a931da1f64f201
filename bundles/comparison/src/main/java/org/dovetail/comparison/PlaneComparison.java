package org.dovetail.comparison;

import org.dovetail.image.Image;

/**
 * How two planes of pixel values differ.
 *
 * @param plane what the values are: {@code science} or {@code variance}
 * @param width the number of columns, to tell the place of the largest difference
 * @param differences how the values differ; places count from the first pixel, row after row
 * @since 1.1
 */
public record PlaneComparison(String plane, int width, Differences differences) {

    /** Compares two images of the same size, row by row. */
    static PlaneComparison of(String plane, Image first, Image second, Tolerance tolerance) {
        float[] before = new float[first.width()];
        float[] after = new float[first.width()];
        Differences.Sum sum = new Differences.Sum(tolerance);
        for (int y = 0; y < first.height(); y++) {
            first.row(y, before);
            second.row(y, after);
            for (int x = 0; x < before.length; x++) {
                sum.add(before[x], after[x]);
            }
        }
        return new PlaneComparison(plane, first.width(), sum.end());
    }

    /** Returns the column of the largest difference; -1 if there is none. */
    public long x() {
        return differences.at() < 0 ? -1 : differences.at() % width;
    }

    /** Returns the row of the largest difference; -1 if there is none. */
    public long y() {
        return differences.at() < 0 ? -1 : differences.at() / width;
    }
}
