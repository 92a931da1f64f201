package org.dovetail.plugin.overscan;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Checks;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Subtracts the median of the overscan: one for each row, or one for all.
 *
 * <p><b>Method.</b> Values more than {@code clipSigma} robust standard deviations from the median
 * of their row are dropped. The offset of a row is the median of the rest, averaged over {@code
 * smoothing} rows about it; fewer, but as many on either side, near the edge. With {@code parallel},
 * the columns of the parallel overscan, less the offset of the last row, then give the offset of
 * each column in the same way. The scatter is that of the serial overscan about the row offsets.
 *
 * <p><b>Limits.</b> The median of whole numbers moves in steps of half an ADU. Without smoothing,
 * each row gets the noise of its median: 1.25 times the read noise over the root of the number of
 * overscan columns. A jump of the offset between rows is smeared over {@code smoothing} rows.
 *
 * <p><b>Cost.</b> O(n log n) time and O(n) memory for n overscan pixels, and one pass over the data.
 *
 * <p><b>Reference.</b> Howell (2006), Handbook of CCD Astronomy, 2nd ed., Cambridge University
 * Press, section 4.2. Checked against {@code subtract_overscan} of ccdproc 2.4.0: equal within the
 * rounding of a float where {@code smoothing} is 1 and nothing is clipped.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("median")
@ServiceDescription("Subtracts the clipped median of the overscan, row by row or as a constant")
public final class MedianOverscan implements OverscanCorrector {

    private final boolean perRow;
    private final int smoothing;
    private final double clipSigma;
    private final Strip.Columns columns;
    private final boolean parallel;

    /** Settings of the {@code median} corrector. */
    public @interface Config {
        @Setting("Whether each row has its own offset; else all have the same")
        boolean perRow() default true;

        @Setting(
                value = "How many rows (or columns) the offset is averaged over; odd",
                unit = "pixel",
                min = 1,
                max = 9999)
        int smoothing() default 21;

        @Setting(
                value = "Values farther from the median of their row are dropped",
                unit = "standard deviation",
                min = 1)
        double clipSigma() default 4;

        @Setting(
                value = "Overscan columns next to the data to leave out: they trail its charge",
                unit = "pixel",
                min = 0)
        int skipLeading() default 0;

        @Setting(value = "Overscan columns at the far edge to leave out", unit = "pixel", min = 0)
        int skipTrailing() default 0;

        @Setting("Whether to subtract the parallel overscan, too, column by column")
        boolean parallel() default false;
    }

    @Activate
    public MedianOverscan(Config config) {
        new Checks()
                .require(
                        config.smoothing() % 2 == 1,
                        "smoothing must be an odd number of rows, was " + config.smoothing(),
                        "smoothing")
                .done();
        perRow = config.perRow();
        smoothing = config.smoothing();
        clipSigma = config.clipSigma();
        columns = new Strip.Columns(config.skipLeading(), config.skipTrailing());
        parallel = config.parallel();
    }

    @Override
    public OverscanResult correct(RawAmplifier amplifier) {
        String name = amplifier.amplifier().name();
        Strip serial = Strip.of(RowLevels.serialOverscan(amplifier), columns, clipSigma, name);
        double[] own = RowLevels.fillGaps(serial.medians());
        double[] ofRow = perRow ? smooth(own) : constant(serial.median(), own.length);
        double[] ofColumn = parallel
                ? columnOffsets(amplifier, ofRow[ofRow.length - 1])
                : new double[amplifier.data().width()];
        return new OverscanResult(
                RowLevels.subtract(amplifier.data(), ofRow, ofColumn),
                RowLevels.mean(ofRow) + RowLevels.mean(ofColumn),
                serial.scatter(own, own.length));
    }

    private double[] smooth(double[] levels) {
        double[] smooth = new double[levels.length];
        for (int y = 0; y < levels.length; y++) {
            int half = Math.min(smoothing / 2, Math.min(y, levels.length - 1 - y));
            double sum = 0;
            for (int i = y - half; i <= y + half; i++) {
                sum += levels[i];
            }
            smooth[y] = sum / (2 * half + 1);
        }
        return smooth;
    }

    private static double[] constant(double level, int count) {
        double[] levels = new double[count];
        Arrays.fill(levels, level);
        return levels;
    }

    private double[] columnOffsets(RawAmplifier amplifier, double lastRow) {
        String name = amplifier.amplifier().name();
        Image rows = amplifier
                .parallelOverscan()
                .orElseThrow(() -> new TaskException(
                        ErrorCode.INCOMPLETE_INPUT,
                        "amplifier '" + name + "' has no parallel overscan; set parallel=false to"
                                + " go without"));
        double[] levels = Strip.of(transposed(rows), columns, clipSigma, name).medians();
        double[] offsets = smooth(RowLevels.fillGaps(levels));
        return Arrays.stream(offsets).map(level -> level - lastRow).toArray();
    }

    private static Image transposed(Image rows) {
        float[] pixels = new float[rows.width() * rows.height()];
        for (int y = 0; y < rows.height(); y++) {
            for (int x = 0; x < rows.width(); x++) {
                pixels[x * rows.height() + y] = rows.get(x, y);
            }
        }
        return Image.wrap(rows.height(), rows.width(), pixels);
    }
}
