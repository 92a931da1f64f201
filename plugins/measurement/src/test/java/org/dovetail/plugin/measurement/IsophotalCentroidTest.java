package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.Skies.Star;
import org.dovetail.testkit.measurement.DetectionsOf;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;

class IsophotalCentroidTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(1);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 0);
    }

    @Test
    void centerIsTheWeightedMean() { // (1 * 1 + 3 * 2) / 4 and row 1; noise 2, gain 1
        Image image = Images.of(4, 3, (x, y) -> y != 1 ? 0 : x == 1 ? 1 : x == 2 ? 3 : 0);
        Detections pair = Detections.of(image, List.of(DetectionsOf.footprint(image, 5, 6)), 0);
        Catalog catalog = measure(Measurements.input(MaskedImage.of(image), 2, pair));
        assertEquals(1.75, catalog.numbers("x")[0], 1e-15);
        assertEquals(1, catalog.numbers("y")[0], 1e-15);
        // Variances are 5 and 7, squares of distances 9/16 and 1/16; and 1/12 for a thin source.
        double sum = 5 * 0.5625 + 7 * 0.0625 + 12 * SecondMoments.PIXEL;
        assertEquals(Math.sqrt(sum / 16), catalog.numbers("x_err")[0], 1e-12);
        assertEquals(Math.sqrt(12 * SecondMoments.PIXEL / 16), catalog.numbers("y_err")[0], 1e-12);
    }

    @Test
    void starsAreFoundWithinTheirErrors() {
        Skies sky = Skies.seeded(21).stars(60).sky(0).build();
        Catalog catalog = measure(MeasurementScenes.above(sky.image().science(), 7, 15));
        double[] x = catalog.numbers("x");
        double[] y = catalog.numbers("y");
        double[] error = catalog.numbers("x_err");
        double squares = 0;
        for (int row = 0; row < catalog.rows(); row++) {
            Star star = sky.near(x[row], y[row], 1).orElseThrow();
            squares += (x[row] - star.x()) * (x[row] - star.x()) / (error[row] * error[row]);
        }
        double ratio = Math.sqrt(squares / catalog.rows());
        assertEquals(1, ratio, 0.3); // 60 stars: 10 %; the filter takes out some of the noise
        assertTrue(catalog.rows() > 40, () -> catalog.rows() + " stars");
    }
}
