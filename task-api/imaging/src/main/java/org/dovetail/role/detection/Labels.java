package org.dovetail.role.detection;

import java.util.Arrays;
import java.util.List;

/**
 * For each pixel, the number of the source that it belongs to; does not change.
 *
 * <p>The number is the place in the list of footprints plus 1; 0 says: none. Kept as runs, row by
 * row, which takes less memory than pixels do.
 *
 * @since 1.0
 */
public final class Labels {

    private final int width;
    private final int height;
    private final int[] first;
    private final int[] starts;
    private final int[] ends;
    private final int[] numbers;

    private Labels(int width, int height, List<Footprint> footprints) {
        this.width = width;
        this.height = height;
        first = new int[height + 1];
        for (Footprint footprint : footprints) {
            for (int i = 0; i < footprint.spans(); i++) {
                first[footprint.row(i) + 1]++;
            }
        }
        for (int y = 0; y < height; y++) {
            first[y + 1] += first[y];
        }
        starts = new int[first[height]];
        ends = new int[first[height]];
        numbers = new int[first[height]];
        place(footprints);
    }

    private void place(List<Footprint> footprints) {
        int[] next = first.clone();
        for (int n = 0; n < footprints.size(); n++) {
            Footprint footprint = footprints.get(n);
            for (int i = 0; i < footprint.spans(); i++) {
                int y = footprint.row(i);
                int at = next[y]++;
                while (at > first[y] && starts[at - 1] > footprint.start(i)) {
                    starts[at] = starts[at - 1];
                    ends[at] = ends[at - 1];
                    numbers[at] = numbers[at - 1];
                    at--;
                }
                starts[at] = footprint.start(i);
                ends[at] = footprint.end(i);
                numbers[at] = n + 1;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int at = first[y]; at < first[y + 1]; at++) {
                if (starts[at] < (at == first[y] ? 0 : ends[at - 1]) || ends[at] > width) {
                    throw new IllegalArgumentException(
                            "two footprints share a pixel, or one leaves the image, in row " + y);
                }
            }
        }
    }

    /**
     * Numbers the pixels of footprints.
     *
     * @param width the number of columns
     * @param height the number of rows
     * @param footprints footprints inside the image that share no pixel
     * @return the labels
     */
    public static Labels of(int width, int height, List<Footprint> footprints) {
        return new Labels(width, height, footprints);
    }

    /** Returns the number of columns. */
    public int width() {
        return width;
    }

    /** Returns the number of rows. */
    public int height() {
        return height;
    }

    /** Returns the number of the source that a pixel belongs to, or 0. */
    public int get(int x, int y) {
        int at = runFrom(x, y);
        return at < first[y + 1] && starts[at] <= x ? numbers[at] : 0;
    }

    /**
     * Copies one row.
     *
     * @param y the row
     * @param into where the numbers go, from index 0; at least {@link #width} long
     */
    public void row(int y, int[] into) {
        row(0, y, width, into);
    }

    /**
     * Copies a part of one row.
     *
     * @param x the first column
     * @param y the row
     * @param count how many columns
     * @param into where the numbers go, from index 0
     */
    public void row(int x, int y, int count, int[] into) {
        Arrays.fill(into, 0, count, 0);
        int end = x + count;
        for (int at = runFrom(x, y); at < first[y + 1] && starts[at] < end; at++) {
            Arrays.fill(
                    into, Math.max(starts[at], x) - x, Math.min(ends[at], end) - x, numbers[at]);
        }
    }

    /** Returns the first run of a row that ends after a column. */
    private int runFrom(int x, int y) {
        int low = first[y];
        int high = first[y + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels
                && width == labels.width
                && Arrays.equals(first, labels.first)
                && Arrays.equals(starts, labels.starts)
                && Arrays.equals(ends, labels.ends)
                && Arrays.equals(numbers, labels.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(numbers);
    }
}
