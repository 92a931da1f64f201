package org.dovetail.plugin.calibration;

import java.util.List;
import java.util.stream.IntStream;
import org.dovetail.image.Image;
import org.dovetail.image.RawExposure;
import org.dovetail.plugin.combination.ClippedMean;
import org.dovetail.plugin.isr.BiasSubtraction;
import org.dovetail.plugin.isr.DefectBoxes;
import org.dovetail.plugin.isr.FlatDivision;
import org.dovetail.plugin.isr.PhotonVariance;
import org.dovetail.plugin.isr.ScaledDark;
import org.dovetail.plugin.isr.SectionAssembler;
import org.dovetail.plugin.isr.StandardInstrumentSignatureRemover;
import org.dovetail.plugin.isr.ThresholdSaturation;
import org.dovetail.plugin.overscan.MedianOverscan;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Images.PixelFunction;
import org.dovetail.testkit.isr.RawData;

/** A camera whose bias, dark current and response are known, and the usual algorithms. */
final class Camera {

    static final int WIDTH = 48;
    static final int HEIGHT = 40;
    static final PixelFunction BIAS = (x, y) -> 20 * Math.sin(x / 5.0);
    static final PixelFunction DARK = (x, y) -> x == 7 && y == 9 ? 40 : 0.5 + 0.01 * y;
    static final PixelFunction RESPONSE = (x, y) -> y == 0 ? 0.05 : 1 + 0.2 * Math.cos(x / 9.0);

    private static final double OFFSET = 1000;

    private Camera() {}

    static InstrumentSignatureRemover isr(Object... overscan) {
        return new StandardInstrumentSignatureRemover(
                new MedianOverscan(Configs.of(MedianOverscan.Config.class, overscan)),
                new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class)),
                new SectionAssembler(),
                new DefectBoxes(),
                new BiasSubtraction(),
                new PhotonVariance(),
                new ScaledDark(),
                new FlatDivision(Configs.of(FlatDivision.Config.class)));
    }

    static FrameCombiner combination() {
        return new ClippedMean(Configs.of(ClippedMean.Config.class));
    }

    /** Exposes the camera to uniform light, in electrons, with noise that the seed fixes. */
    static RawExposure expose(long seed, double seconds, double light) {
        Image noise = Images.noise(seed, WIDTH + 16, HEIGHT, 0, 1);
        Image data = Images.of(WIDTH, HEIGHT, (x, y) -> {
            double photons = light * RESPONSE.at(x, y) + DARK.at(x, y) * seconds;
            double sigma = Math.sqrt(photons + RawData.READ_NOISE * RawData.READ_NOISE);
            double electrons = BIAS.at(x, y) + photons + sigma * noise.get(x, y);
            return Math.rint(OFFSET + electrons / RawData.GAIN);
        });
        Image overscan = Images.of(
                16,
                HEIGHT,
                (x, y) -> Math.rint(
                        OFFSET + RawData.READ_NOISE / RawData.GAIN * noise.get(WIDTH + x, y)));
        return RawData.exposure("r" + seed, seconds, data, overscan);
    }

    static List<RawExposure> exposeOften(int count, double seconds, double light) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(seed -> expose(seed, seconds, light))
                .toList();
    }

    /** Returns the root mean square of an image less the truth. */
    static double error(Image image, PixelFunction truth) {
        double sum = 0;
        for (int y = 1; y < image.height(); y++) { // row 0 has no light
            for (int x = 0; x < image.width(); x++) {
                sum += Math.pow(image.get(x, y) - truth.at(x, y), 2);
            }
        }
        return Math.sqrt(sum / (image.width() * (image.height() - 1)));
    }
}
