package org.dovetail.plugin.cosmicrays;

import java.util.Arrays;

/**
 * Leaves out, a row at a time, the pixels that cannot be significant: most of an image.
 *
 * <p>The noise of a pixel is the root of a median over 5 x 5 pixels, so the least variance there is
 * a lower bound. All arrays of the inner loops are indexed by the same column, which lets the
 * compiler use vectors.
 */
final class RowScan {

    private static final int REACH = 2;

    private final Frame frame;
    private final int width;
    private final float limit;
    private final float[] center;
    private final float[] left;
    private final float[] right;
    private final float[] below;
    private final float[] above;
    private final float[] edge;
    private final float[] least;

    /** Prepares a search for pixels whose significance may exceed a limit. */
    RowScan(Frame frame, double limit) {
        this.frame = frame;
        width = frame.width;
        // Sixteen: the edge is twice the sum of four, and S is their mean over twice the noise. A
        // little less than the limit, for the rounding.
        this.limit = (float) (256 * limit * limit * (1 - 1e-4));
        center = new float[width];
        left = new float[width];
        right = new float[width];
        below = new float[width];
        above = new float[width];
        edge = new float[width];
        least = new float[width];
    }

    /** Adds the candidates of one row that may exceed the limit. */
    void collect(int y, Pixels found) {
        load(y);
        for (int x = 0; x < width; x++) {
            float twice = 2 * center[x];
            float a = twice - left[x] - below[x];
            float b = twice - right[x] - below[x];
            float c = twice - left[x] - above[x];
            float d = twice - right[x] - above[x];
            // v + |v| is twice v, or 0 if v is negative
            edge[x] = a + Math.abs(a) + (b + Math.abs(b)) + (c + Math.abs(c)) + (d + Math.abs(d));
        }
        leastVariance(y);
        int start = y * width;
        for (int x = 0; x < width; x++) {
            if (edge[x] * edge[x] > limit * least[x] && frame.candidate(start + x)) {
                found.add(start + x);
            }
        }
    }

    private void load(int y) {
        float[] science = frame.science;
        int start = y * width;
        System.arraycopy(science, start, center, 0, width);
        System.arraycopy(science, y > 0 ? start - width : start, below, 0, width);
        System.arraycopy(science, y < frame.height - 1 ? start + width : start, above, 0, width);
        System.arraycopy(center, 0, left, 1, width - 1);
        left[0] = center[0];
        System.arraycopy(center, 1, right, 0, width - 1);
        right[width - 1] = center[width - 1];
    }

    /** Works out the least variance within two rows and columns; reuses the arrays. */
    private void leastVariance(int y) {
        float[] rows = center;
        Arrays.fill(rows, Float.POSITIVE_INFINITY);
        int top = Math.min(frame.height - 1, y + REACH);
        for (int row = Math.max(0, y - REACH); row <= top; row++) {
            System.arraycopy(frame.variance, row * width, above, 0, width);
            for (int x = 0; x < width; x++) {
                rows[x] = Math.min(rows[x], above[x]);
            }
        }
        System.arraycopy(rows, 0, least, 0, width);
        for (int shift = 1; shift <= Math.min(REACH, width - 1); shift++) {
            Arrays.fill(left, Float.POSITIVE_INFINITY);
            Arrays.fill(right, Float.POSITIVE_INFINITY);
            System.arraycopy(rows, 0, left, shift, width - shift);
            System.arraycopy(rows, shift, right, 0, width - shift);
            for (int x = 0; x < width; x++) {
                least[x] = Math.min(least[x], Math.min(left[x], right[x]));
            }
        }
    }
}
