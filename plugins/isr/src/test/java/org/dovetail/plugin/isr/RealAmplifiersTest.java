package org.dovetail.plugin.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dovetail.data.ReadContext;
import org.dovetail.fits.RawExposureFormat;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.plugin.overscan.MedianOverscan;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.task.Configs;
import org.dovetail.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Removes the signature of real detectors. */
class RealAmplifiersTest {

    private static final int SEAM = 512;
    /** How many rows or columns on either side of a seam are compared. */
    private static final int BAND = 20;

    @Test
    void skyGoesOnAcrossTheAmplifiersOfLco() {
        Exposure exposure =
                reduce("lco_mef/mef_raw_test_frame.fits.gz", "lco-sinistro-central-2k.yaml");
        Image image = exposure.image().science();
        double[] steps = {
            median(image, SEAM, 0, BAND, SEAM) - median(image, SEAM - BAND, 0, BAND, SEAM),
            median(image, SEAM, SEAM, BAND, SEAM) - median(image, SEAM - BAND, SEAM, BAND, SEAM),
            median(image, 0, SEAM, SEAM, BAND) - median(image, 0, SEAM - BAND, SEAM, BAND),
            median(image, SEAM, SEAM, SEAM, BAND) - median(image, SEAM, SEAM - BAND, SEAM, BAND)
        };
        // the sky is 1890 electrons, without a flat field, and the header's gains are good to two
        // percent; numpy finds 25, -41, 44 and -16. Without overscan or with a gain of another
        // amplifier it would be hundreds
        for (double step : steps) {
            assertEquals(0, step, 57, Arrays.toString(steps));
        }
    }

    @Test
    void starsGoOnAcrossTheAmplifiersOfLco() { // numpy: 0.69, 0.33, 0.35 and 0.40; turned: near 0
        Exposure exposure =
                reduce("lco_mef/mef_raw_test_frame.fits.gz", "lco-sinistro-central-2k.yaml");
        Image image = exposure.image().science();
        assertTrue(correlation(image, SEAM - 1, 0, true) > 0.25, "lower columns");
        assertTrue(correlation(image, SEAM - 1, SEAM, true) > 0.25, "upper columns");
        assertTrue(correlation(image, 0, SEAM - 1, false) > 0.25, "left rows");
        assertTrue(correlation(image, SEAM, SEAM - 1, false) > 0.25, "right rows");
    }

    @Test
    void readNoiseOfLcoIsThatOfItsOverscan() { // numpy, of what is within 4 standard deviations
        Exposure exposure =
                reduce("lco_mef/mef_raw_test_frame.fits.gz", "lco-sinistro-central-2k.yaml");
        double[] expected = {8.169651, 7.781901, 8.122076, 7.801980};
        for (int i = 1; i <= 4; i++) {
            double noise =
                    (Double) exposure.header().card("RNOISE0" + i).orElseThrow().value();
            assertEquals(expected[i - 1], noise, 1e-6, "amplifier " + i);
        }
    }

    @Test
    void skyOfSaaoIsThatOfItsTrimmedData() { // 86 ADU at 1.9 electrons/ADU
        Exposure exposure = reduce("saao_raw/a8280271.fits.gz", "saao-ste3.yaml");
        Image image = exposure.image().science();
        assertEquals("512 x 520", image.size());
        assertEquals(86 * 1.9, median(image, 0, 0, 512, 520), 2);
        assertTrue(exposure.image().mask().count(MaskPlanes.NO_DATA) == 0);
    }

    /** Correlates a line of pixels with its neighbor, bright stars cut. */
    private static double correlation(Image image, int x, int y, boolean upwards) {
        double[] one = new double[SEAM];
        double[] other = new double[SEAM];
        for (int i = 0; i < SEAM; i++) {
            int column = upwards ? x : x + i;
            int row = upwards ? y + i : y;
            one[i] = image.get(column, row);
            other[i] = image.get(column + (upwards ? 1 : 0), row + (upwards ? 0 : 1));
        }
        return correlation(cut(one), cut(other));
    }

    private static double[] cut(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        return Arrays.stream(values)
                .map(value -> Math.max(-200, Math.min(600, value - median)))
                .toArray();
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElseThrow();
        double meanOther = Arrays.stream(other).average().orElseThrow();
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }

    private static double median(Image image, int x, int y, int width, int height) {
        float[] values = new float[width * height];
        for (int row = 0; row < height; row++) {
            image.row(x, y + row, width, values, row * width);
        }
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + (double) values[values.length / 2]) / 2;
    }

    private static Exposure reduce(String file, String camera) {
        ReadContext context = new ReadContext(Optional.of(Path.of("../../cameras", camera)));
        return new StandardInstrumentSignatureRemover(
                        new MedianOverscan(Configs.of(MedianOverscan.Config.class)),
                        new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class)),
                        new SectionAssembler(),
                        new DefectBoxes(),
                        new BiasSubtraction(),
                        new PhotonVariance(),
                        new ScaledDark(),
                        new FlatDivision(Configs.of(FlatDivision.Config.class)))
                .remove(
                        new RawExposureFormat().read(SharedData.file(file), context),
                        Calibrations.NONE);
    }
}
