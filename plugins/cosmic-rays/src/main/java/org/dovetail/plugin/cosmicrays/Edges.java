package org.dovetail.plugin.cosmicrays;

import java.util.function.IntConsumer;
import org.dovetail.task.Interruption;

/** Measures how sharp the edges around a pixel are; keeps what it has worked out. */
final class Edges {

    /** The least fine structure, in units of the noise. */
    static final double LEAST_STRUCTURE = 0.01;

    private static final float UNKNOWN = -1;

    /** A change of a pixel changes the significance this far away. */
    private static final int NEAR = 2;

    /** A change of a pixel changes sharpness and fine structure this far away. */
    private static final int FAR = 4;

    private final Frame frame;
    private final int width;
    private final int height;
    private final float[] significance;
    private final boolean[] listed;
    private final float[] noiseWindow = new float[25];
    private final float[] window = new float[25];
    private final float[] small = new float[9];
    private final float[] large = new float[49];

    Edges(Frame frame) {
        this.frame = frame;
        width = frame.width;
        height = frame.height;
        significance = frame.plane(UNKNOWN);
        listed = new boolean[significance.length];
    }

    /** Returns the candidates whose significance may exceed a limit. */
    Pixels scan(double limit) {
        Pixels found = new Pixels();
        RowScan rows = new RowScan(frame, limit);
        for (int y = 0; y < height; y++) {
            Interruption.check("looking for cosmic rays");
            rows.collect(y, found);
        }
        return found;
    }

    /** Forgets what replaced pixels have changed; returns the candidates that it concerns. */
    Pixels changed(Pixels replaced) {
        for (int k = 0; k < replaced.size(); k++) {
            forEach(replaced.get(k), NEAR, pixel -> significance[pixel] = UNKNOWN);
        }
        return around(replaced, FAR);
    }

    /** Returns the candidates next to some pixels, but none of these, whose sharpness is above. */
    Pixels neighbors(Pixels seeds, double limit) {
        Pixels found = new Pixels();
        list(seeds, true);
        for (int k = 0; k < seeds.size(); k++) {
            forEach(seeds.get(k), 1, pixel -> {
                if (!listed[pixel] && frame.candidate(pixel) && sharpness(pixel, limit) > limit) {
                    listed[pixel] = true;
                    found.add(pixel);
                }
            });
        }
        list(seeds, false);
        list(found, false);
        return found;
    }

    private Pixels around(Pixels centers, int reach) {
        Pixels found = new Pixels();
        for (int k = 0; k < centers.size(); k++) {
            forEach(centers.get(k), reach, pixel -> {
                if (!listed[pixel] && frame.candidate(pixel)) {
                    listed[pixel] = true;
                    found.add(pixel);
                }
            });
        }
        list(found, false);
        return found;
    }

    private void list(Pixels pixels, boolean value) {
        for (int k = 0; k < pixels.size(); k++) {
            listed[pixels.get(k)] = value;
        }
    }

    /**
     * Returns S' of a candidate; anything up to the limit if it is not above that.
     *
     * @param limit what the caller compares with
     */
    double sharpness(int pixel, double limit) {
        if (!mayExceed(pixel, limit)) {
            return 0;
        }
        float own = significance(pixel);
        if (!(own > limit)) { // the median is not negative
            return own;
        }
        int x = pixel % width;
        int y = pixel / width;
        int left = Math.max(0, x - 2);
        int right = Math.min(width - 1, x + 2);
        int count = 0;
        for (int row = Math.max(0, y - 2); row <= Math.min(height - 1, y + 2); row++) {
            for (int i = row * width + left; i <= row * width + right; i++) {
                float value = significance(i);
                if (!Float.isNaN(value)) {
                    window[count++] = value;
                }
            }
        }
        return own - Median.of(window, count);
    }

    /** Returns the fine structure at a candidate, in units of the noise. */
    double structure(int pixel) {
        int x = pixel % width;
        int y = pixel / width;
        int count = 0;
        for (int row = Math.max(0, y - 3); row <= Math.min(height - 1, y + 3); row++) {
            for (int column = Math.max(0, x - 3); column <= Math.min(width - 1, x + 3); column++) {
                int taken = gather(frame.science, row * width + column, 1, small);
                if (taken > 0) {
                    large[count++] = Median.of(small, taken);
                }
            }
        }
        float around = Median.of(large, count);
        float own = Median.of(small, gather(frame.science, pixel, 1, small));
        return Math.max(LEAST_STRUCTURE, (own - around) / noise(pixel));
    }

    private float significance(int pixel) {
        float known = significance[pixel];
        if (known == UNKNOWN) {
            float edge = laplacian(pixel);
            known = edge > 0 ? (float) (edge / (2 * noise(pixel))) : edge;
            significance[pixel] = known;
        }
        return known;
    }

    /** Tells from the least variance around a pixel, which is cheap, if it is worth a median. */
    private boolean mayExceed(int pixel, double limit) {
        if (significance[pixel] != UNKNOWN) {
            return true;
        }
        float edge = laplacian(pixel);
        double bound = edge * edge / (4 * limit * limit) * (1 + 1e-4); // for the rounding
        int count = gather(frame.variance, pixel, 2, noiseWindow);
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, noiseWindow[i]);
        }
        return bound > least;
    }

    /** The Laplacian of the subsampled image, its negative parts cut, averaged over the pixel. */
    private float laplacian(int pixel) {
        float[] science = frame.science;
        int x = pixel % width;
        float center = 2 * science[pixel];
        float left = science[x > 0 ? pixel - 1 : pixel];
        float right = science[x < width - 1 ? pixel + 1 : pixel];
        float below = science[pixel >= width ? pixel - width : pixel];
        float above = science[pixel < science.length - width ? pixel + width : pixel];
        return (Math.max(0, center - left - below)
                        + Math.max(0, center - right - below)
                        + Math.max(0, center - left - above)
                        + Math.max(0, center - right - above))
                / 4;
    }

    private double noise(int pixel) {
        int count = gather(frame.variance, pixel, 2, noiseWindow);
        return count == 0 ? Double.NaN : Math.sqrt(Median.of(noiseWindow, count));
    }

    /** Copies the known values around a pixel; returns how many. */
    private int gather(float[] plane, int pixel, int reach, float[] into) {
        int x = pixel % width;
        int y = pixel / width;
        int left = Math.max(0, x - reach);
        int right = Math.min(width - 1, x + reach);
        int count = 0;
        for (int row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
            for (int i = row * width + left; i <= row * width + right; i++) {
                if (!Float.isNaN(plane[i])) {
                    into[count++] = plane[i];
                }
            }
        }
        return count;
    }

    private void forEach(int center, int reach, IntConsumer action) {
        int x = center % width;
        int y = center / width;
        for (int row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
            int right = Math.min(width - 1, x + reach);
            for (int column = Math.max(0, x - reach); column <= right; column++) {
                action.accept(row * width + column);
            }
        }
    }
}
