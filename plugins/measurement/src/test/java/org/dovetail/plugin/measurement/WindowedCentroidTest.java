package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Image;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.Skies.Star;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.junit.jupiter.api.Test;

class WindowedCentroidTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(7);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 7);
    }

    @Test
    void gaussianStarIsFoundExactly() {
        Image star = MeasurementScenes.star(64, 64, 30.37, 31.84, 2, 2);
        Catalog catalog = measure(MeasurementScenes.above(star, 1, 100));
        assertEquals(30.37, catalog.numbers("x_win")[0], 2e-4);
        assertEquals(31.84, catalog.numbers("y_win")[0], 2e-4);
    }

    @Test
    void isBetterThanTheIsophotalCentroid() {
        Skies sky = Skies.seeded(41).stars(60).build();
        Image image = Images.plus(sky.image().science(), -1000);
        Catalog catalog = measure(MeasurementScenes.above(image, 32, 60));
        double windowed = 0;
        double isophotal = 0;
        for (int row = 0; row < catalog.rows(); row++) {
            double x = catalog.numbers("x")[row];
            Star star = sky.near(x, catalog.numbers("y")[row], 2).orElseThrow();
            windowed += Math.abs(catalog.numbers("x_win")[row] - star.x());
            isophotal += Math.abs(x - star.x());
        }
        double ratio = windowed / isophotal;
        assertTrue(ratio < 0.95, () -> "errors have a ratio of " + ratio);
    }
}
