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
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;

class IsophotalFluxTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(3);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 0);
    }

    @Test
    void sumIsOfTheImageNotTheFilteredOne() { // 4 + 5 + 6 = 15; sqrt(3 * 2^2 + 15 / 1)
        Image image = Images.row(1, 4, 5, 6, 1);
        Detections three = Detections.of(
                Images.constant(5, 1, 9), List.of(DetectionsOf.footprint(image, 1, 2, 3)), 0);
        Catalog catalog = measure(Measurements.input(MaskedImage.of(image), 2, three));
        assertEquals(15, catalog.numbers("flux_iso")[0], 1e-12);
        assertEquals(Math.sqrt(27), catalog.numbers("flux_iso_err")[0], 1e-12);
        assertEquals(3, catalog.numbers("area_iso")[0]);
    }

    @Test
    void pixelNotToBeUsedIsMissing() {
        Image image = Images.row(1, 4, 5, 6, 1);
        Detections three = Detections.of(image, List.of(DetectionsOf.footprint(image, 1, 2, 3)), 0);
        MaskedImage bad = Images.marked(MaskedImage.of(image), "BAD", 2, 0);
        Catalog catalog = measure(Measurements.input(bad, 2, three));
        assertEquals(10, catalog.numbers("flux_iso")[0], 1e-12);
        assertEquals(2, catalog.numbers("area_iso")[0]);
        Catalog filled = measure(Measurements.input(Images.marked(bad, "INTRP", 2, 0), 2, three));
        assertEquals(15, filled.numbers("flux_iso")[0], 1e-12);
    }

    @Test
    void negativeFluxHasNoPhotonNoise() {
        Image image = Images.constant(3, 3, -2);
        Detections one = Detections.of(image, List.of(DetectionsOf.footprint(image, 4)), 0);
        Catalog catalog = measure(Measurements.input(MaskedImage.of(image), 3, one));
        assertEquals(3, catalog.numbers("flux_iso_err")[0], 1e-12);
    }
}
