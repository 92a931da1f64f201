package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.SaturationMasker;
import org.dovetail.task.Interruption;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Marks what is at or above the amplifier's saturation and linearity limit.
 *
 * <p><b>Method.</b> A raw value at or above the saturation is {@code SAT}, one at or above the
 * linearity limit {@code SUSPECT}. {@code SAT} spreads to all neighbors within {@code grow} pixels,
 * and within {@code bleed} pixels along the column, where charge runs over.
 *
 * <p><b>Limits.</b> Nothing spreads to another amplifier. Charge that runs over without filling a
 * pixel is not seen.
 *
 * <p><b>Cost.</b> One pass over the pixels, and O((2 grow + 1)^2 + 2 bleed) for each saturated one.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("threshold")
@ServiceDescription("Marks raw values at or above saturation and linearity limit")
public final class ThresholdSaturation implements SaturationMasker {

    private final int grow;
    private final int bleed;

    /** Settings of the {@code threshold} masker. */
    public @interface Config {
        @Setting(
                value = "How far SAT spreads from a saturated pixel in every direction",
                unit = "pixel",
                min = 0,
                max = 64)
        int grow() default 0;

        @Setting(
                value = "How far SAT spreads from a saturated pixel along its column",
                unit = "pixel",
                min = 0,
                max = 4096)
        int bleed() default 0;
    }

    @Activate
    public ThresholdSaturation(Config config) {
        grow = config.grow();
        bleed = config.bleed();
    }

    @Override
    public Mask mark(RawAmplifier amplifier) {
        Image data = amplifier.data();
        int width = data.width();
        double saturation = amplifier.amplifier().saturation();
        double linear = amplifier.amplifier().linearityLimit();
        int sat = MaskPlanes.STANDARD.bits(MaskPlanes.SAT);
        int suspect = MaskPlanes.STANDARD.bits(MaskPlanes.SUSPECT);
        int[] marks = new int[width * data.height()];
        float[] row = new float[width];
        for (int y = 0; y < data.height(); y++) {
            Interruption.check("marking saturated pixels");
            data.row(y, row);
            for (int x = 0; x < width; x++) {
                if (row[x] >= linear) {
                    marks[y * width + x] |= suspect;
                }
                if (row[x] >= saturation) {
                    spread(marks, data, x, y, sat);
                }
            }
        }
        return Mask.wrap(width, data.height(), MaskPlanes.STANDARD, marks);
    }

    private void spread(int[] marks, Image data, int x, int y, int sat) {
        fill(marks, data, x - grow, x + grow, y - grow, y + grow, sat);
        fill(marks, data, x, x, y - bleed, y + bleed, sat);
    }

    private static void fill(
            int[] marks, Image data, int left, int right, int bottom, int top, int bit) {
        int width = data.width();
        for (int y = Math.max(0, bottom); y <= Math.min(data.height() - 1, top); y++) {
            for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
                marks[y * width + x] |= bit;
            }
        }
    }
}
