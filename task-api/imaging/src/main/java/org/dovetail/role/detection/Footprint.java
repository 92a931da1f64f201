package org.dovetail.role.detection;

import java.util.Arrays;
import org.dovetail.image.Box;

/**
 * The pixels of one source: runs of pixels in rows; does not change.
 *
 * <p>Runs are sorted by row, then by column, and never touch or overlap within a row.
 *
 * @since 1.0
 */
public final class Footprint {

    private final int[] spans;
    private final int area;
    private final Box box;
    private final int peakX;
    private final int peakY;
    private final float peakValue;

    private Footprint(int[] spans, int peakX, int peakY, float peakValue) {
        if (spans.length == 0 || spans.length % 3 != 0) {
            throw new IllegalArgumentException(
                    "a footprint has row, start and end of at least one run, not " + spans.length
                            + " numbers");
        }
        int pixels = 0;
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int i = 0; i < spans.length; i += 3) {
            if (spans[i + 1] >= spans[i + 2] || i > 0 && !ordered(spans, i)) {
                throw new IllegalArgumentException(
                        "runs must not be empty and must be sorted: " + Arrays.toString(spans));
            }
            pixels += spans[i + 2] - spans[i + 1];
            left = Math.min(left, spans[i + 1]);
            right = Math.max(right, spans[i + 2]);
        }
        this.spans = spans;
        this.area = pixels;
        this.box = new Box(left, spans[0], right - left, spans[spans.length - 3] - spans[0] + 1);
        this.peakX = peakX;
        this.peakY = peakY;
        this.peakValue = peakValue;
    }

    private static boolean ordered(int[] spans, int i) {
        return spans[i - 3] < spans[i] || spans[i - 3] == spans[i] && spans[i - 1] < spans[i + 1];
    }

    /**
     * Makes a footprint of an array without copying it. The caller gives the array up.
     *
     * @param spans row, first column and column after the last of each run
     * @param peakX the column of the greatest value of the filtered image
     * @param peakY the row of that value
     * @param peakValue that value, in the unit of the image
     * @return the footprint
     */
    public static Footprint wrap(int[] spans, int peakX, int peakY, float peakValue) {
        return new Footprint(spans, peakX, peakY, peakValue);
    }

    /** Returns the number of runs; at least 1. */
    public int spans() {
        return spans.length / 3;
    }

    /** Returns the row of a run. */
    public int row(int span) {
        return spans[3 * span];
    }

    /** Returns the first column of a run. */
    public int start(int span) {
        return spans[3 * span + 1];
    }

    /** Returns the column after the last of a run. */
    public int end(int span) {
        return spans[3 * span + 2];
    }

    /** Returns the number of pixels. */
    public int area() {
        return area;
    }

    /** Returns the smallest box around all pixels. */
    public Box box() {
        return box;
    }

    /** Returns the column of the greatest value of the filtered image. */
    public int peakX() {
        return peakX;
    }

    /** Returns the row of the greatest value of the filtered image. */
    public int peakY() {
        return peakY;
    }

    /** Returns the greatest value of the filtered image, in the unit of the image. */
    public float peakValue() {
        return peakValue;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Footprint footprint
                && Arrays.equals(spans, footprint.spans)
                && peakX == footprint.peakX
                && peakY == footprint.peakY
                && Float.compare(peakValue, footprint.peakValue) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(spans) + Float.hashCode(peakValue);
    }

    @Override
    public String toString() {
        return "Footprint[" + area + " pixels in " + box + "]";
    }
}
