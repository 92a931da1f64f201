package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.dovetail.catalog.Catalog;
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares with SExtractor 2.25.0 on the same image: BACK_TYPE MANUAL, BACK_VALUE 0, THRESH_TYPE
 * ABSOLUTE, DETECT_THRESH 60, DETECT_MINAREA 1, default.conv, DEBLEND_MINCONT 1, CLEAN N, GAIN 1,
 * SATUR_LEVEL 1e9, PHOT_AUTOPARAMS 2.5,3.5.
 */
class SextractorTest {

    private static final Catalog OURS = Measurements.measure(Scene.input(), Scene.all());
    private static final List<String[]> LINES = lines();

    @Test
    void sourcesAreTheSame() {
        assertEquals(LINES.size() - 1, OURS.rows());
        compare("x", "X_IMAGE", 1e-5, value -> value - 1); // printed in single precision
        compare("y", "Y_IMAGE", 1e-5, value -> value - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "peak, FLUX_MAX, 1e-7",
        "x2, X2_IMAGE, 1e-6",
        "y2, Y2_IMAGE, 1e-6",
        "xy, XY_IMAGE, 1e-6",
        "a, A_IMAGE, 1e-6",
        "b, B_IMAGE, 1e-6",
        "flux_iso, FLUX_ISO, 1e-6",
        "flux_iso_err, FLUXERR_ISO, 1e-6", // the noise is printed with 6 digits
        "area_iso, ISOAREAF_IMAGE, 0",
        "flux_auto, FLUX_AUTO, 1e-6",
        "flux_auto_err, FLUXERR_AUTO, 1e-6",
        "kron_radius, KRON_RADIUS, 2e-6",
        "half_light_radius, FLUX_RADIUS, 0.015" // by interpolation there
    })
    void valuesAgree(String ours, String theirs, double tolerance) {
        compare(ours, theirs, tolerance, value -> value);
    }

    @Test
    void peaksAgree() {
        compare("peak_x", "XPEAK_IMAGE", 0, value -> value - 1);
        compare("peak_y", "YPEAK_IMAGE", 0, value -> value - 1);
    }

    @Test
    void errorsOfPositionsAgree() { // 2e-5: a source of one pixel, by the digits of 1/12
        compare("x_err", "ERRX2_IMAGE", 2.5e-5, Math::sqrt);
        compare("y_err", "ERRY2_IMAGE", 2.5e-5, Math::sqrt);
    }

    @Test
    void anglesAgreeWhereThereIsOne() {
        double[] angles = OURS.numbers("position_angle");
        double[] elongations = OURS.numbers("elongation");
        for (int row = 0; row < OURS.rows(); row++) {
            // The angle of a round source is noise of the last digits; there it says 45.
            if (elongations[row] > 1.01) {
                assertEquals(theirs("THETA_IMAGE", row), angles[row], 1e-3);
            }
        }
    }

    @Test
    void windowedCentroidsAgree() {
        double[] x = OURS.numbers("x_win");
        double[] y = OURS.numbers("y_win");
        boolean[] failed = OURS.flags("flag_windowed");
        double[] distances = new double[OURS.rows()];
        for (int row = 0; row < OURS.rows(); row++) {
            double distance = Math.hypot(
                    theirs("XWIN_IMAGE", row) - 1 - x[row], theirs("YWIN_IMAGE", row) - 1 - y[row]);
            distances[row] = failed[row] ? 0 : distance;
        }
        Arrays.sort(distances);
        assertEquals(0, distances[OURS.rows() / 2], 3e-4); // the size of the last step
        assertEquals(0, distances[OURS.rows() - 1], 0.02); // a galaxy with neighbors
    }

    @Test
    void flagsAgree() {
        double[] flags = OURS.numbers("flags");
        long different = 0;
        for (int row = 0; row < OURS.rows(); row++) {
            different += flags[row] == theirs("FLAGS", row) ? 0 : 1;
        }
        assertEquals(0, different, 1); // one ellipse touches the edge within a pixel
    }

    private static void compare(
            String ours, String theirs, double tolerance, DoubleUnaryOperator conversion) {
        double[] values = OURS.numbers(ours);
        for (int row = 0; row < values.length; row++) {
            double expected = conversion.applyAsDouble(theirs(theirs, row));
            double limit = tolerance * Math.max(1, Math.abs(expected));
            assertEquals(expected, values[row], limit, ours + " of source " + (row + 1));
        }
    }

    /** Returns a value of the source of SExtractor that is nearest to one of ours. */
    private static double theirs(String name, int row) {
        double x = OURS.numbers("x")[row];
        double y = OURS.numbers("y")[row];
        String[] nearest = LINES.stream()
                .skip(1)
                .min((a, b) -> Double.compare(distance(a, x, y), distance(b, x, y)))
                .orElseThrow();
        return Double.parseDouble(nearest[List.of(LINES.get(0)).indexOf(name)]);
    }

    private static double distance(String[] line, double x, double y) {
        return Math.hypot(Double.parseDouble(line[0]) - 1 - x, Double.parseDouble(line[1]) - 1 - y);
    }

    private static List<String[]> lines() {
        try (InputStream in = SextractorTest.class.getResourceAsStream("sextractor.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
