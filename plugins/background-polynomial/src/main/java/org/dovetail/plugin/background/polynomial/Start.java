package org.dovetail.plugin.background.polynomial;

import java.util.Arrays;

/**
 * A level and a scatter to start clipping from.
 *
 * @param count the number of pixels they rest on
 * @param median the median
 * @param scatter the median distance from it, scaled to the standard deviation of a Gaussian
 */
record Start(int count, double median, double scatter) {

    private static final int ENOUGH = 100_000;
    private static final double GAUSSIAN = 1.4826022185056018;

    /** Takes the medians of about 100,000 pixels, evenly spread; of all, if those have no data. */
    static Start of(UsablePixels pixels) {
        long all = (long) pixels.width() * pixels.height();
        int step = (int) Math.max(1, all / ENOUGH);
        Start some = sample(pixels, step);
        return some.count > 0 || step == 1 ? some : sample(pixels, 1);
    }

    private static Start sample(UsablePixels pixels, int step) {
        float[] row = new float[pixels.width()];
        float[] sample = new float[1024];
        int count = 0;
        long next = 0;
        for (int y = 0; y < pixels.height(); y++) {
            long first = (long) y * row.length;
            if (next < first + row.length) {
                pixels.row(y, row);
                for (; next < first + row.length; next += step) {
                    if (Float.isFinite(row[(int) (next - first)])) {
                        sample = count < sample.length ? sample : Arrays.copyOf(sample, 2 * count);
                        sample[count++] = row[(int) (next - first)];
                    }
                }
            }
        }
        if (count == 0) {
            return new Start(0, 0, 0);
        }
        double median = median(sample, count);
        for (int i = 0; i < count; i++) {
            sample[i] = (float) Math.abs(sample[i] - median);
        }
        return new Start(count, median, GAUSSIAN * median(sample, count));
    }

    private static double median(float[] values, int count) {
        Arrays.sort(values, 0, count);
        return (values[(count - 1) / 2] + (double) values[count / 2]) / 2;
    }
}
