package org.dovetail.plugin.overscan;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Subtracts a smooth curve along the rows, fitted to the overscan.
 *
 * <p><b>Method.</b> Values more than {@code clipSigma} robust standard deviations from the median
 * of their row are dropped. A cubic spline with a knot every {@code knotSpacing} rows is fitted to
 * the means of the rows by least squares, weighted with the number of values; rows more than {@code
 * clipSigma} standard deviations from it are dropped and the fit is repeated, until none is. A
 * tiny penalty on second differences carries the curve over rows without values.
 *
 * <p><b>Limits.</b> Drifts faster than the knots, and jumps between rows, stay in the data.
 *
 * <p><b>Cost.</b> O(n log n) time for n overscan pixels, O(r) per fit for r rows; O(n) memory.
 *
 * <p><b>Reference.</b> B-splines: de Boor (1978), A Practical Guide to Splines, Springer. Penalty:
 * Eilers &amp; Marx (1996), Statistical Science 11, 89, doi:10.1214/ss/1038425655. Written from the
 * papers; checked on cubics, which it reproduces, and against a curve with known noise.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("spline")
@ServiceDescription("Subtracts a cubic least-squares spline fitted along the overscan rows")
public final class SplineOverscan implements OverscanCorrector {

    private static final int MAX_FITS = 10;

    private final double knotSpacing;
    private final double clipSigma;
    private final Strip.Columns columns;

    /** Settings of the {@code spline} corrector. */
    public @interface Config {
        @Setting(value = "Distance between the knots of the spline", unit = "pixel", min = 4)
        double knotSpacing() default 128;

        @Setting(
                value = "Values and rows farther from the model are dropped",
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
    }

    @Activate
    public SplineOverscan(Config config) {
        knotSpacing = config.knotSpacing();
        clipSigma = config.clipSigma();
        columns = new Strip.Columns(config.skipLeading(), config.skipTrailing());
    }

    @Override
    public OverscanResult correct(RawAmplifier amplifier) {
        String name = amplifier.amplifier().name();
        Strip strip = Strip.of(RowLevels.serialOverscan(amplifier), columns, clipSigma, name);
        double[] means = strip.means();
        CubicSpline spline = new CubicSpline(means.length, knotSpacing);
        double[] model = fit(spline, means, strip.counts());
        return new OverscanResult(
                RowLevels.subtract(
                        amplifier.data(), model, new double[amplifier.data().width()]),
                RowLevels.mean(model),
                strip.scatter(means, means.length));
    }

    private double[] fit(CubicSpline spline, double[] means, double[] counts) {
        double[] weights = counts.clone();
        double[] model = spline.fit(means, weights);
        for (int fits = 1; fits < MAX_FITS && clip(means, model, weights); fits++) {
            model = spline.fit(means, weights);
        }
        return model;
    }

    /** Gives rows far from the model no weight; returns whether there was one. */
    private boolean clip(double[] means, double[] model, double[] weights) {
        double sum = 0;
        int rows = 0;
        for (int y = 0; y < means.length; y++) {
            if (weights[y] > 0) {
                sum += weights[y] * (means[y] - model[y]) * (means[y] - model[y]);
                rows++;
            }
        }
        double limit = clipSigma * clipSigma * sum / rows + 1e-9; // a perfect fit clips nothing
        boolean clipped = false;
        for (int y = 0; y < means.length; y++) {
            double square = weights[y] * (means[y] - model[y]) * (means[y] - model[y]);
            if (weights[y] > 0 && square > limit) {
                weights[y] = 0;
                clipped = true;
            }
        }
        return clipped;
    }
}
