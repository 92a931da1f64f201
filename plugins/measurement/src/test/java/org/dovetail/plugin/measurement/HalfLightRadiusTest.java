package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Image;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.junit.jupiter.api.Test;

class HalfLightRadiusTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(6);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 6);
    }

    @Test
    void gaussianStarHasTheRadiusOfTheFormula() {
        Image star = MeasurementScenes.star(120, 120, 60.3, 59.8, 5, 5);
        Catalog catalog = measure(MeasurementScenes.above(star, 1, 0.5));
        double part = catalog.numbers("flux_auto")[0] / (2 * Math.PI * 25 * 1000);
        double expected = 5 * Math.sqrt(-2 * Math.log(1 - part / 2));
        // Evenly lit pixels: 1/24 of the curvature, some thousandths at this width.
        assertEquals(expected, catalog.numbers("half_light_radius")[0], 0.01);
    }
}
