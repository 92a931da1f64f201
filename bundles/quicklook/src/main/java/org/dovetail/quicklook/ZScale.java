package org.dovetail.quicklook;

import java.util.Arrays;
import org.dovetail.image.Image;

/**
 * The range of values to show, so that the sky and what is faint can be seen.
 *
 * <p><b>Method.</b> A sample of the pixels is sorted and a line fitted to the values, seen as a
 * function of their rank; ranks more than {@value #REJECTION} standard deviations off, and their
 * neighbors, are left out until none is. The slope at the median, divided by a contrast of {@value
 * #CONTRAST}, tells how far the range reaches; at most to the extremes of the sample.
 *
 * <p><b>Limits.</b> If more than half of the sample is left out, the range is all of it.
 *
 * <p><b>Reference.</b> IRAF, help page of the task {@code images.tv.display}, "ZSCALE ALGORITHM";
 * written from that description.
 *
 * @param low the value shown black
 * @param high the value shown white; more than {@code low}
 */
record ZScale(double low, double high) {

    private static final int SAMPLE = 2000;
    private static final int FEWEST = 5;
    private static final int ITERATIONS = 5;
    private static final double CONTRAST = 0.25;
    private static final double REJECTION = 2.5;
    private static final double KEPT = 0.5;
    private static final double GROWTH = 0.01;

    static ZScale of(Image image) {
        float[] sample = sample(image);
        int count = sample.length;
        if (count == 0) {
            return new ZScale(0, 1);
        }
        double least = sample[0];
        double most = sample[count - 1];
        Line line = Line.fit(sample);
        if (line.kept() < Math.max(FEWEST, (int) (count * KEPT))) {
            return range(least, most);
        }
        double median = (sample[(count - 1) / 2] + sample[count / 2]) / 2.0;
        double center = (count - 1) / 2.0;
        double reach = line.slope() / CONTRAST * center;
        return range(Math.max(least, median - reach), Math.min(most, median + reach));
    }

    private static ZScale range(double low, double high) {
        return new ZScale(low, high > low ? high : low + 1);
    }

    /** Takes finite pixels from a grid, sorted. */
    private static float[] sample(Image image) {
        long pixels = image.box().area();
        int step = (int) Math.max(1, Math.floor(Math.sqrt((double) pixels / SAMPLE)));
        float[] row = new float[image.width()];
        float[] sample = new float
                [(int) Math.min(
                        Integer.MAX_VALUE - 8L,
                        (pixels / step / step) + row.length + image.height())];
        int count = 0;
        for (int y = step / 2; y < image.height(); y += step) {
            image.row(y, row);
            for (int x = step / 2; x < row.length; x += step) {
                if (Float.isFinite(row[x])) {
                    sample[count++] = row[x];
                }
            }
        }
        float[] sorted = Arrays.copyOf(sample, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * A line through sorted values.
     *
     * @param slope how much the value grows with each rank
     * @param kept how many values it rests on
     */
    private record Line(double slope, int kept) {

        static Line fit(float[] sorted) {
            boolean[] out = new boolean[sorted.length];
            int growth = Math.max(1, (int) (sorted.length * GROWTH));
            Line line = new Line(0, 0);
            for (int i = 0; i < ITERATIONS; i++) {
                double[] sums = sums(sorted, out);
                int kept = (int) sums[0];
                double spread = sums[0] * sums[3] - sums[1] * sums[1];
                if (kept == line.kept || spread == 0) {
                    break;
                }
                double slope = (sums[0] * sums[4] - sums[1] * sums[2]) / spread;
                double intercept = (sums[2] - slope * sums[1]) / sums[0];
                line = new Line(slope, kept);
                reject(sorted, out, slope, intercept, growth);
            }
            return line;
        }

        /** Returns the sums of 1, x, y, x*x and x*y over what is not left out. */
        private static double[] sums(float[] sorted, boolean[] out) {
            double[] sums = new double[5];
            for (int x = 0; x < sorted.length; x++) {
                if (!out[x]) {
                    sums[0]++;
                    sums[1] += x;
                    sums[2] += sorted[x];
                    sums[3] += (double) x * x;
                    sums[4] += (double) x * sorted[x];
                }
            }
            return sums;
        }

        private static void reject(
                float[] sorted, boolean[] out, double slope, double intercept, int growth) {
            double squares = 0;
            int count = 0;
            for (int x = 0; x < sorted.length; x++) {
                if (!out[x]) {
                    double off = sorted[x] - slope * x - intercept;
                    squares += off * off;
                    count++;
                }
            }
            double limit = REJECTION * Math.sqrt(squares / count);
            boolean[] far = new boolean[sorted.length];
            for (int x = 0; x < sorted.length; x++) {
                far[x] = Math.abs(sorted[x] - slope * x - intercept) > limit;
            }
            for (int x = 0; x < sorted.length; x++) {
                if (far[x]) {
                    Arrays.fill(
                            out,
                            Math.max(0, x - growth / 2),
                            Math.min(out.length, x + growth / 2 + 1),
                            true);
                }
            }
        }
    }
}
