package org.dovetail.plugin.detection;

import java.util.Arrays;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Interruption;
import org.dovetail.task.Reads;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Takes connected pixels above a threshold for a source.
 *
 * <p><b>Method.</b> The image is smoothed; pixels of more than {@code nSigma} times the scatter of
 * the background, as it was before smoothing, are joined with their 8 neighbors; groups of at least
 * {@code minArea} pixels are sources. Rows are cut into runs, and touching runs are joined by a
 * union-find whose root is the first run. Pixels of ignored planes count as 0 in the smoothing, and
 * are in no source.
 *
 * <p><b>Limits.</b> Sources that touch above the threshold are one. {@code nSigma} is in units of
 * the noise before smoothing: that of the smoothed image is lower, so 1.5 behaves as about 4 with
 * the default filter.
 *
 * <p><b>Cost.</b> O(n) time for n pixels; memory for the runs.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164.
 * Labels by runs: Wu, Otoo &amp; Suzuki (2009), Pattern Anal. Applic. 12, 117,
 * doi:10.1007/s10044-008-0109-y. Written from the papers; finds the same sources as SExtractor 2.25
 * without deblending and cleaning.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Reads("plane ${ignoredPlanes}")
@TaskType("threshold")
@ServiceDescription("Connected pixels above a multiple of the noise")
public final class ThresholdDetector implements SourceDetector {

    private final Smoother smoothing;
    private final double nSigma;
    private final int minArea;
    private final boolean local;
    private final String[] ignoredPlanes;

    /** Settings of the {@code threshold} detector. */
    public @interface Config {
        @Setting(
                value = "Threshold above the background",
                unit = "scatter of the background",
                min = 0.01,
                max = 1e6)
        double nSigma() default 1.5;

        @Setting(value = "Least area of a source", unit = "pixel", min = 1)
        int minArea() default 5;

        @Setting(
                value = "The scatter to use: one for the image, or that at each pixel",
                choices = {"global", "local"})
        String noise() default "global";

        @Setting("Mask planes whose pixels are in no source; NO_DATA always is")
        String[] ignoredPlanes() default {};
    }

    /** Creates a detector. */
    @Activate
    public ThresholdDetector(
            Config config,
            @Reference(name = "smoothing", target = "(task.type=gaussian)") Smoother smoothing) {
        this.smoothing = smoothing;
        nSigma = config.nSigma();
        minArea = config.minArea();
        local = config.noise().equals("local");
        ignoredPlanes = config.ignoredPlanes();
    }

    @Override
    public Detections detect(MaskedImage subtracted, Background background) {
        Image filtered = smoothing.smooth(usable(subtracted));
        int width = filtered.width();
        float threshold = (float) (nSigma * background.meanScatter());
        float[] limits = new float[width];
        Arrays.fill(limits, threshold);
        float[] row = new float[width];
        RunGroups groups = new RunGroups(filtered.height());
        for (int y = 0; y < filtered.height(); y++) {
            Interruption.check("detecting sources");
            filtered.row(y, row);
            if (local) {
                background.scatter().row(y, limits);
                for (int x = 0; x < width; x++) {
                    limits[x] = (float) (limits[x] * nSigma);
                }
            }
            groups.addRow(y, row, limits);
        }
        return Detections.of(filtered, groups.footprints(minArea), threshold);
    }

    /** Returns the image with NaN where a plane is ignored; the same image if there is none. */
    private Image usable(MaskedImage image) {
        Mask mask = image.mask();
        int ignored = mask.planes().bits(ignoredPlanes) | mask.planes().bits(MaskPlanes.NO_DATA);
        int width = image.width();
        int[] marks = new int[width];
        float[] pixels = {};
        for (int y = 0; y < image.height(); y++) {
            mask.row(y, marks);
            int union = 0;
            for (int x = 0; x < width; x++) {
                union |= marks[x];
            }
            if ((union & ignored) != 0) {
                pixels = pixels.length == 0 ? image.science().toArray() : pixels;
                for (int x = 0; x < width; x++) {
                    if ((marks[x] & ignored) != 0) {
                        pixels[y * width + x] = Float.NaN;
                    }
                }
            }
        }
        return pixels.length == 0 ? image.science() : Image.wrap(width, image.height(), pixels);
    }
}
