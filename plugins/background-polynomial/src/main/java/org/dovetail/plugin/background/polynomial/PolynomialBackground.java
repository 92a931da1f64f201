package org.dovetail.plugin.background.polynomial;

import org.dovetail.image.MaskedImage;
import org.dovetail.image.Surface;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.background.BackgroundSettings;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Interruption;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Fits a polynomial of low order to the pixels of the sky.
 *
 * <p><b>Method.</b> Least squares of {@code sum a_ij T_i(u) T_j(v)}, {@code i + j <= order}, with
 * Chebyshev polynomials of the column and the row, each scaled to -1 to 1. Pixels further than
 * {@code clipSigma} standard deviations from the fit are left out, and the fit is repeated until the
 * same pixels stay; it starts from the median and the median deviation. The scatter is the standard
 * deviation of the pixels that stay, with what clipping takes from a Gaussian given back; it is the
 * same everywhere, and the level of the whole image is their mean.
 *
 * <p><b>Limits.</b> Follows no structure smaller than about the image over the order. Faint sources
 * and wings that are not clipped raise the level by some hundredths of the scatter. Swings out beyond
 * the pixels that it is fitted to.
 *
 * <p><b>Cost.</b> O(n order) time a repetition for n pixels; memory for some rows.
 *
 * <p><b>Reference.</b> Press et al. (2007), Numerical Recipes, 3rd ed., sections 5.8 and 15.4; the
 * normal equations need no more than the sums of T_0 to T_2p over a row, as {@code 2 T_i T_j =
 * T_(i+j) + T_|i-j|}. Checked against polynomials of known coefficients.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("polynomial")
@ServiceDescription("Polynomial of low order, fitted to the pixels that are not clipped")
public final class PolynomialBackground implements BackgroundEstimator {

    /** What the rounding of single precision does to a value, relative to it. */
    private static final double ROUNDING = 1e-7;

    private final int order;
    private final double clipSigma;
    private final int maxIterations;
    private final String[] ignoredPlanes;
    private final double kept;

    /** Settings of the {@code polynomial} estimator. */
    public @interface Config {
        @Setting(value = "Greatest sum of the exponents of x and y", min = 0, max = 10)
        int order() default 2;

        @Setting(
                value = "Pixels further than this from the fit are left out",
                unit = "standard deviation",
                min = 1,
                max = 100)
        double clipSigma() default 3;

        @Setting(value = "Most repetitions of the fit", min = 1, max = 1000)
        int maxIterations() default 20;
    }

    /** Creates an estimator with the defaults that all have in common. */
    public PolynomialBackground(Config config) {
        this(config, Configs.of(BackgroundSettings.class));
    }

    /** Creates an estimator. */
    @Activate
    public PolynomialBackground(Config config, BackgroundSettings common) {
        order = config.order();
        clipSigma = config.clipSigma();
        maxIterations = config.maxIterations();
        ignoredPlanes = common.ignoredPlanes();
        kept = clippedDeviation(clipSigma);
    }

    @Override
    public Background estimate(MaskedImage image) {
        UsablePixels pixels = new UsablePixels(image, ignoredPlanes);
        Start start = Start.of(pixels);
        if (start.count() == 0) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "none of the " + image.science().size() + " pixels is finite and not marked "
                            + String.join(" or ", ignoredPlanes));
        }
        double pivot = start.median();
        double rounding = ROUNDING * Math.abs(pivot);
        double[] coefficients = new double[(order + 1) * (order + 1)];
        ChebyshevFit fit = new ChebyshevFit(image.width(), image.height(), order);
        ChebyshevSurface level = surface(image, coefficients, pivot);
        double scatter = start.scatter();
        long count = -1;
        for (int i = 0; i < maxIterations && count != fit.count(); i++) {
            count = fit.count();
            fit.clear();
            double limit = clipSigma * scatter + rounding;
            add(pixels, level, limit, pivot, fit);
            coefficients = fit.solve();
            scatter = fit.deviation(coefficients) / kept;
            level = surface(image, coefficients, pivot);
        }
        return new Background(
                level,
                Surface.constant(image.width(), image.height(), (float) scatter),
                pivot + fit.mean(),
                scatter);
    }

    private static ChebyshevSurface surface(
            MaskedImage image, double[] coefficients, double pivot) {
        return new ChebyshevSurface(image.width(), image.height(), coefficients, pivot);
    }

    private static void add(
            UsablePixels pixels,
            ChebyshevSurface level,
            double limit,
            double pivot,
            ChebyshevFit fit) {
        float[] values = new float[pixels.width()];
        double[] model = new double[pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            Interruption.check("estimating the background");
            pixels.row(y, values);
            level.exactRow(y, model);
            fit.addRow(y, values, model, limit, pivot);
        }
    }

    /** Returns the standard deviation of a Gaussian of deviation 1 that is cut at a limit. */
    private static double clippedDeviation(double limit) {
        double area = 0;
        double square = 0;
        int steps = 2000;
        for (int i = 0; i < steps; i++) { // the midpoints of equal steps from 0 to the limit
            double x = (i + 0.5) / steps * limit;
            double density = Math.exp(-x * x / 2);
            area += density;
            square += x * x * density;
        }
        return Math.sqrt(square / area);
    }
}
