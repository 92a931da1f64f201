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

class PeakMeasurementTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(0);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 0);
    }

    @Test
    void placeIsOfTheFilteredImageAndValueIsNot() {
        Image image = Images.row(1, 9, 3, 2, 1);
        Detections sources = Detections.of(
                Images.row(0, 5, 6, 4, 0),
                List.of(
                        DetectionsOf.footprint(Images.row(0, 5, 6, 4, 0), 1, 2, 3),
                        DetectionsOf.footprint(image, 4)),
                0);
        Catalog catalog = measure(Measurements.input(MaskedImage.of(image), 1, sources));
        assertEquals(2, catalog.numbers("peak_x")[0]);
        assertEquals(0, catalog.numbers("peak_y")[0]);
        assertEquals(9, catalog.numbers("peak")[0]);
    }
}
