package org.dovetail.plugin.overscan;

import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Interruption;
import org.dovetail.task.TaskException;

/** Offsets of the rows of an amplifier: completing and subtracting them. */
final class RowLevels {

    private RowLevels() {}

    /** Returns the serial overscan, or fails. */
    static Image serialOverscan(RawAmplifier amplifier) {
        return amplifier
                .serialOverscan()
                .orElseThrow(() -> new TaskException(
                        ErrorCode.INCOMPLETE_INPUT,
                        "amplifier '" + amplifier.amplifier().name()
                                + "' has no serial overscan; choose the overscan algorithm 'none'"
                                + " to go without"));
    }

    /** Gives rows without a level that of the nearest row that has one. */
    static double[] fillGaps(double[] levels) {
        double[] filled = levels.clone();
        int previous = -1;
        for (int y = 0; y < levels.length; y++) {
            if (Double.isNaN(levels[y])) {
                continue;
            }
            for (int gap = previous + 1; gap < y; gap++) {
                boolean nearer = previous >= 0 && gap - previous <= y - gap;
                filled[gap] = nearer ? levels[previous] : levels[y];
            }
            previous = y;
        }
        for (int gap = previous + 1; gap < levels.length; gap++) {
            filled[gap] = levels[previous];
        }
        return filled;
    }

    /** Subtracts from each pixel the offset of its row and the offset of its column. */
    static Image subtract(Image data, double[] ofRow, double[] ofColumn) {
        int width = data.width();
        float[] pixels = data.toArray();
        for (int y = 0; y < data.height(); y++) {
            Interruption.check("subtracting the overscan");
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                pixels[i] = (float) (pixels[i] - (ofRow[y] + ofColumn[x]));
            }
        }
        return Image.wrap(width, data.height(), pixels);
    }

    static double mean(double[] levels) {
        double sum = 0;
        for (double level : levels) {
            sum += level;
        }
        return sum / levels.length;
    }
}
