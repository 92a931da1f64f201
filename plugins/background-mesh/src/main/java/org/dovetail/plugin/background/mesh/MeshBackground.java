package org.dovetail.plugin.background.mesh;

import java.util.Arrays;
import java.util.Locale;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.background.BackgroundSettings;
import org.dovetail.task.Checks;
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
 * Estimates the background in the boxes of a mesh and interpolates between them.
 *
 * <p><b>Method.</b> In each box, pixels more than 2 standard deviations from the mean are cut once,
 * to set the scale of a histogram; that is clipped at {@code clipSigma} standard deviations around its median until
 * the deviation stands still. The level is the mode, {@code 2.5 median - 1.5 mean}, or the median
 * in a crowded box. Boxes with too little data take the mean of their nearest neighbors. A median
 * over {@code filterSize} boxes each way takes out bright sources (narrower at the edge, always
 * centered on the box); bicubic splines through the centers of the boxes give every pixel its level
 * and scatter. The level and the scatter of the whole image are the medians over all boxes.
 *
 * <p><b>Limits.</b> Too high where sources cover more than about half of a box; takes the light of
 * sources larger than a box for background. Beyond the outermost centers the spline extrapolates.
 *
 * <p><b>Cost.</b> O(n) time for n pixels; memory for one row of boxes.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164.
 * Written from the paper and from what SExtractor 2.25 puts out; agrees with its background and
 * noise maps to the rounding of single precision. Those show a spline that is not quite natural and
 * half a pixel low along y; {@code spline = natural} takes the one of the paper instead, which moves
 * the level by some thousandths of the scatter. Differs: a negative scatter of the spline becomes 0.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("mesh")
@ServiceDescription("Clipped mode in the boxes of a mesh, interpolated by bicubic splines")
public final class MeshBackground implements BackgroundEstimator {

    private final int boxSize;
    private final double clipSigma;
    private final int filterSize;
    private final double filterThreshold;
    private final double minGoodFraction;
    private final SplineSurface.Kind spline;
    private final String[] ignoredPlanes;

    /** Settings of the {@code mesh} estimator. */
    public @interface Config {
        @Setting(value = "Width and height of a box", unit = "pixel", min = 8)
        int boxSize() default 64;

        @Setting(
                value = "Values further than this from the median of a box are clipped",
                unit = "standard deviation",
                min = 0.1,
                max = 100)
        double clipSigma() default 3;

        @Setting(value = "Width and height of the median filter; odd", unit = "box", min = 1)
        int filterSize() default 3;

        @Setting(
                value = "The filter replaces a box whose level differs from the median by as much",
                unit = "unit of the image",
                min = 0)
        double filterThreshold() default 0;

        @Setting(value = "Least fraction of pixels with data in a good box", min = 0, max = 1)
        double minGoodFraction() default 0.5;

        @Setting(
                value = "The spline between boxes: as SExtractor has it, or the natural one",
                choices = {"sextractor", "natural"})
        String spline() default "sextractor";
    }

    /** Creates an estimator with the defaults that all have in common. */
    public MeshBackground(Config config) {
        this(config, Configs.of(BackgroundSettings.class));
    }

    /** Creates an estimator. */
    @Activate
    public MeshBackground(Config config, BackgroundSettings common) {
        new Checks()
                .require(
                        config.filterSize() % 2 == 1,
                        "filterSize must be an odd number of boxes, was " + config.filterSize(),
                        "filterSize")
                .done();
        boxSize = config.boxSize();
        clipSigma = config.clipSigma();
        filterSize = config.filterSize();
        filterThreshold = config.filterThreshold();
        minGoodFraction = config.minGoodFraction();
        spline = SplineSurface.Kind.valueOf(config.spline().toUpperCase(Locale.ROOT));
        ignoredPlanes = common.ignoredPlanes();
    }

    @Override
    public Background estimate(MaskedImage image) {
        int columns = (image.width() - 1) / boxSize + 1;
        int rows = (image.height() - 1) / boxSize + 1;
        double[] level = new double[columns * rows];
        double[] scatter = new double[columns * rows];
        measure(image, columns, minGoodFraction, level, scatter);
        if (Arrays.stream(level).noneMatch(Double::isFinite)) {
            measure(image, columns, 0, level, scatter);
        }
        if (Arrays.stream(level).noneMatch(Double::isFinite)) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "none of the " + image.science().size() + " pixels is finite and not marked "
                            + String.join(" or ", ignoredPlanes));
        }
        MeshGrid grid = new MeshGrid(columns, rows, level, scatter).filled();
        MeshGrid smooth = grid.filtered(filterSize / 2, filterThreshold);
        return new Background(
                surface(image, columns, rows, smooth.level(), Double.NEGATIVE_INFINITY),
                surface(image, columns, rows, smooth.scatter(), 0),
                smooth.medianLevel(),
                smooth.medianScatter());
    }

    private SplineSurface surface(
            MaskedImage image, int columns, int rows, double[] nodes, double least) {
        return new SplineSurface(
                image.width(),
                image.height(),
                boxSize,
                columns,
                rows,
                nodes,
                (float) least,
                spline);
    }

    /** Measures all boxes, a row of boxes at a time, so that the image is read in order. */
    private void measure(
            MaskedImage image, int columns, double goodFraction, double[] level, double[] scatter) {
        BoxPixels boxes = new BoxPixels(image, boxSize, columns, ignoredPlanes);
        BoxStatistics statistics = new BoxStatistics(clipSigma);
        for (int first = 0; first < image.height(); first += boxSize) {
            Interruption.check("estimating the background");
            int height = Math.min(boxSize, image.height() - first);
            boxes.read(first, height);
            for (int column = 0; column < columns; column++) {
                int at = first / boxSize * columns + column;
                double all = (double) height * boxes.width(column);
                statistics.measure(boxes.pixels(), boxes.start(column), boxes.end(column));
                boolean good = statistics.count() > 0 && statistics.count() >= goodFraction * all;
                level[at] = good ? statistics.mode() : Double.NaN;
                scatter[at] = good ? statistics.scatter() : Double.NaN;
            }
        }
    }
}
