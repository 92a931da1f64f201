package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFlagsTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(9);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "SAT, flag_saturated, 4",
        "BAD, flag_bad, 0",
        "INTRP, flag_interpolated, 0",
        "CR, flag_cosmic_ray, 0",
        "EDGE, flag_edge, 8",
        "NO_DATA, flag_edge, 8",
        "SUSPECT, none, 0"
    })
    void markInTheFootprintIsTold(String plane, String flag, int bits) {
        MeasurementInput input =
                MeasurementScenes.above(MeasurementScenes.star(64, 64, 30, 31, 2, 2), 1, 20);
        MaskedImage marked = Images.marked(input.image(), plane, 31, 32);
        Catalog catalog = measure(Measurements.input(marked, 1, input.detections()));
        for (String name : List.of("saturated", "bad", "interpolated", "cosmic_ray", "edge")) {
            assertEquals(("flag_" + name).equals(flag), catalog.flags("flag_" + name)[0], name);
        }
        assertEquals(bits, catalog.numbers("flags")[0]);
        MaskedImage beside = Images.marked(input.image(), plane, 40, 40);
        Catalog clean = measure(Measurements.input(beside, 1, input.detections()));
        assertEquals(0, clean.numbers("flags")[0]);
    }

    @Test
    void manyBadPixelsAffectTheSource() {
        MeasurementInput input =
                MeasurementScenes.above(MeasurementScenes.star(64, 64, 30, 31, 2, 2), 1, 20);
        MaskedImage marked = input.image();
        for (int i = 0; i < 12; i++) {
            marked = Images.marked(marked, "BAD", 28 + i % 4, 30 + i / 4);
        }
        Catalog catalog = measure(Measurements.input(marked, 1, input.detections()));
        assertEquals(1, catalog.numbers("flags")[0]);
    }

    @Test
    void sourceAtTheEdgeIsTruncated() {
        Image star = MeasurementScenes.star(64, 64, 2, 31, 2, 2);
        assertTrue(measure(MeasurementScenes.above(star, 1, 20)).flags("flag_edge")[0]);
    }

    @Test
    void fluxesBeforeAreHeard() {
        Image star = MeasurementScenes.star(64, 64, 10, 31, 2, 2);
        MeasurementInput input = MeasurementScenes.above(star, 1, 20);
        assertEquals(0, measure(input).numbers("flags")[0]);
        assertEquals(16, Measurements.measure(input, Scene.all()).numbers("flags")[0]);
    }
}
