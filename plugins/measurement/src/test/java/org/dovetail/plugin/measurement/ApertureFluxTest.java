package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.task.Configs;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApertureFluxTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(4);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void constantImageGivesTheAreaOfTheCircle(int radius) {
        MeasurementInput star =
                MeasurementScenes.above(MeasurementScenes.star(64, 64, 30.3, 31.8, 2, 2), 2, 20);
        MaskedImage ones = MaskedImage.of(Images.constant(64, 64, 1));
        Catalog catalog = measure(Measurements.input(ones, 2, star.detections()));
        double area = Math.PI * radius * radius;
        assertEquals(area, catalog.numbers("flux_aper_" + radius)[0], 1e-9);
        assertEquals(Math.sqrt(5 * area), catalog.numbers("flux_aper_" + radius + "_err")[0], 1e-9);
        assertFalse(catalog.flags("flag_aper_" + radius)[0]);
    }

    @Test
    void gaussianStarHasTheFluxOfItsIntegral() { // 2 pi sigma^2 peak (1 - exp(-r^2 / 2 sigma^2))
        Image star = MeasurementScenes.star(64, 64, 30.3, 31.8, 2, 2);
        Catalog catalog = measure(MeasurementScenes.above(star, 1, 20));
        double total = 2 * Math.PI * 4 * 1000;
        // A pixel holds its central value here, which differs from its mean by about 1/24 of the
        // curvature: 1 % at worst, near the rim; at 8 pixels, 4 sigma, nothing is left of it.
        assertEquals(1 - Math.exp(-9.0 / 8), catalog.numbers("flux_aper_3")[0] / total, 0.01);
        assertEquals(1 - Math.exp(-8), catalog.numbers("flux_aper_8")[0] / total, 1e-4);
    }

    @Test
    void maskedPixelIsLeftOutAndFlagged() {
        MeasurementInput input =
                MeasurementScenes.above(MeasurementScenes.star(64, 64, 30, 31, 2, 2), 2, 20);
        MaskedImage bad = Images.marked(MaskedImage.of(Images.constant(64, 64, 1)), "BAD", 34, 31);
        Catalog catalog = measure(Measurements.input(bad, 2, input.detections()));
        assertEquals(Math.PI * 25 - 1, catalog.numbers("flux_aper_5")[0], 1e-9);
        assertTrue(catalog.flags("flag_aper_5")[0]);
        assertFalse(catalog.flags("flag_aper_3")[0]);
    }

    @Test
    void circleBeyondTheEdgeIsFlagged() {
        Image star = MeasurementScenes.star(64, 64, 4, 31, 2, 2);
        Catalog catalog = measure(MeasurementScenes.above(star, 1, 20));
        assertFalse(catalog.flags("flag_aper_3")[0]);
        assertTrue(catalog.flags("flag_aper_5")[0]);
    }

    @Test
    void columnsAreNamedForTheRadii() {
        Schema.Builder schema = new Schema.Builder();
        before().forEach(plugin -> plugin.prepare(schema));
        aperture(2.5, 10, 0.25).prepare(schema);
        assertTrue(schema.find("flux_aper_2_5").isPresent());
        assertTrue(schema.find("flux_aper_10_err").isPresent());
        assertTrue(schema.find("flag_aper_0_25").isPresent());
    }

    @Test
    void radiiMustBePositiveAndDifferent() {
        assertThrows(TaskException.class, () -> aperture(3, 0));
        assertThrows(TaskException.class, () -> aperture());
        Schema.Builder schema = new Schema.Builder();
        before().forEach(plugin -> plugin.prepare(schema));
        assertThrows(TaskException.class, () -> aperture(3, 3).prepare(schema));
    }

    private static ApertureFlux aperture(double... radii) {
        return new ApertureFlux(Configs.of(ApertureFlux.Config.class, "radii", radii));
    }
}
