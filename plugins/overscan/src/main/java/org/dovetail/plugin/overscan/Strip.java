package org.dovetail.plugin.overscan;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * The values of an overscan strip, sorted row by row, without those far from the median of their
 * row.
 */
final class Strip {

    /** Standard deviations of a normal distribution per median absolute deviation. */
    private static final double PER_MAD = 1.4826;
    /** The scatter of rounding to whole numbers, in ADU: what is left without any noise. */
    private static final double ROUNDING = Math.sqrt(1.0 / 12);

    private final float[][] rows;

    private Strip(float[][] rows) {
        this.rows = rows;
    }

    /**
     * Reads a strip and drops outliers.
     *
     * @param overscan the strip, in ADU
     * @param columns which of its columns to use
     * @param clipSigma how many standard deviations from the median of its row a value may be
     * @param owner names the amplifier in messages
     */
    static Strip of(Image overscan, Columns columns, double clipSigma, String owner) {
        int width = overscan.width() - columns.skipLeading() - columns.skipTrailing();
        if (width < 1) {
            throw new TaskException(
                    ErrorCode.INCOMPLETE_INPUT,
                    "the overscan of amplifier '" + owner + "' has " + overscan.width()
                            + " columns; none is left after skipping " + columns.skipLeading()
                            + " leading and " + columns.skipTrailing() + " trailing ones");
        }
        float[][] rows = new float[overscan.height()][];
        for (int y = 0; y < rows.length; y++) {
            float[] row = new float[width];
            overscan.row(columns.skipLeading(), y, width, row, 0);
            rows[y] = sortedFinite(row);
        }
        if (Arrays.stream(rows).allMatch(row -> row.length == 0)) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "none of the overscan pixels of amplifier '" + owner + "' is finite");
        }
        return new Strip(clip(rows, clipSigma));
    }

    private static float[] sortedFinite(float[] row) {
        int count = 0;
        for (float value : row) {
            if (Float.isFinite(value)) {
                row[count++] = value;
            }
        }
        float[] finite = Arrays.copyOf(row, count);
        Arrays.sort(finite);
        return finite;
    }

    private static float[][] clip(float[][] rows, double clipSigma) {
        double limit = clipSigma * Math.max(ROUNDING, PER_MAD * deviation(rows));
        float[][] kept = new float[rows.length][];
        for (int y = 0; y < rows.length; y++) {
            double center = median(rows[y]);
            int first = 0;
            int end = rows[y].length;
            while (first < end && center - rows[y][first] > limit) {
                first++;
            }
            while (first < end && rows[y][end - 1] - center > limit) {
                end--;
            }
            kept[y] = Arrays.copyOfRange(rows[y], first, end);
        }
        return kept;
    }

    /** The median absolute deviation of all values from the medians of their rows. */
    private static double deviation(float[][] rows) {
        float[] deviations =
                new float[Arrays.stream(rows).mapToInt(row -> row.length).sum()];
        int count = 0;
        for (float[] row : rows) {
            double center = median(row);
            for (float value : row) {
                deviations[count++] = (float) Math.abs(value - center);
            }
        }
        Arrays.sort(deviations);
        return median(deviations);
    }

    /** Returns the median of each row; NaN where a row has no value. */
    double[] medians() {
        return Arrays.stream(rows).mapToDouble(Strip::median).toArray();
    }

    /** Returns the mean of each row; NaN where a row has no value. */
    double[] means() {
        double[] means = new double[rows.length];
        for (int y = 0; y < rows.length; y++) {
            double sum = 0;
            for (float value : rows[y]) {
                sum += value;
            }
            means[y] = sum / rows[y].length;
        }
        return means;
    }

    /** Returns how many values each row has. */
    double[] counts() {
        return Arrays.stream(rows).mapToDouble(row -> row.length).toArray();
    }

    /** Returns the median of all values. */
    double median() {
        float[] all = new float[(int) Arrays.stream(counts()).sum()];
        int count = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, all, count, row.length);
            count += row.length;
        }
        Arrays.sort(all);
        return median(all);
    }

    /**
     * Returns the standard deviation of the values about a model.
     *
     * @param model the expected value of each row
     * @param parameters how many numbers the model took from the values
     * @return the standard deviation; NaN where the model took all there was
     */
    double scatter(double[] model, double parameters) {
        double sum = 0;
        long count = 0;
        for (int y = 0; y < rows.length; y++) {
            for (float value : rows[y]) {
                sum += (value - model[y]) * (value - model[y]);
            }
            count += rows[y].length;
        }
        return count > parameters ? Math.sqrt(sum / (count - parameters)) : Double.NaN;
    }

    private static double median(float[] sorted) {
        int length = sorted.length;
        return length == 0
                ? Double.NaN
                : (sorted[(length - 1) / 2] + (double) sorted[length / 2]) / 2;
    }

    /**
     * Which columns of a strip to use.
     *
     * @param skipLeading how many to leave out next to the data
     * @param skipTrailing how many to leave out at the far edge
     */
    record Columns(int skipLeading, int skipTrailing) {}
}
