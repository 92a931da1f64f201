package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.measurement.DetectionsOf;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsophotalMomentsTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(2);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 0);
    }

    @Test
    void thinSourceIsSpreadOverItsPixels() { // weights 1, 2, 1 at x = 1, 2, 3: x2 = 1/2, y2 = 0
        Image image =
                Images.of(5, 3, (x, y) -> y != 1 || x == 0 || x == 4 ? 0 : 2 - Math.abs(x - 2));
        Detections row = Detections.of(image, List.of(DetectionsOf.footprint(image, 6, 7, 8)), 0);
        Catalog catalog = measure(Measurements.input(MaskedImage.of(image), 1, row));
        assertEquals(0.5 + 0.0833333, catalog.numbers("x2")[0], 1e-12);
        assertEquals(0.0833333, catalog.numbers("y2")[0], 1e-12);
        assertEquals(0, catalog.numbers("xy")[0], 1e-12);
        assertEquals(Math.sqrt(0.5833333), catalog.numbers("a")[0], 1e-12);
        assertEquals(Math.sqrt(0.0833333), catalog.numbers("b")[0], 1e-12);
        assertEquals(0, catalog.numbers("position_angle")[0], 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-80, -45, -10, 0, 30, 60, 89})
    void gaussianHasItsAxesAndAngle(double angle) {
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        Image image = Images.of(80, 80, (x, y) -> {
            double along = ((x - 40.2) * cos + (y - 39.7) * sin) / 4;
            double across = ((y - 39.7) * cos - (x - 40.2) * sin) / 2;
            return 1e4 * Math.exp(-(along * along + across * across) / 2);
        });
        Detections all = DetectionsOf.threshold(image, 1e-3, 5);
        Catalog catalog = measure(Measurements.input(MaskedImage.of(image), 1, all));
        assertEquals(4, catalog.numbers("a")[0], 1e-3); // down to 1e-7 of the peak: all but 1e-6
        assertEquals(2, catalog.numbers("b")[0], 1e-3);
        assertEquals(angle, catalog.numbers("position_angle")[0], 1e-3);
        assertEquals(2, catalog.numbers("elongation")[0], 1e-3);
        assertEquals(0.5, catalog.numbers("ellipticity")[0], 1e-3);
    }

    @Test
    void verticalSourceHasAnAngleOf90() {
        Image image = MeasurementScenes.star(60, 60, 30, 30, 1.5, 4);
        Catalog catalog = measure(MeasurementScenes.above(image, 1, 5));
        assertEquals(90, Math.abs(catalog.numbers("position_angle")[0]), 1e-9);
    }
}
