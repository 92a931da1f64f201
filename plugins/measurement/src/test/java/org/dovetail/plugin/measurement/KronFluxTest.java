package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.Skies.Star;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.dovetail.testkit.measurement.Measurements;
import org.junit.jupiter.api.Test;

class KronFluxTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(5);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 3);
    }

    @Test
    void gaussianStarHasTheRadiusOfTheIntegral() {
        Image star = MeasurementScenes.star(80, 80, 40.3, 39.8, 4, 4);
        Catalog catalog = measure(MeasurementScenes.above(star, 1, 0.1));
        // The mean distance of a Gaussian is sqrt(pi / 2) sigma; the filter widens a by 0.5 %.
        double expected = 2.5 * Math.sqrt(Math.PI / 2);
        double a = catalog.numbers("a")[0];
        assertEquals(3.5, catalog.numbers("kron_radius")[0], 1e-12); // the minimum
        assertTrue(expected < 3.5 && a > 3.9, () -> "a is " + a);
        double inside = 1 - Math.exp(-3.5 * 3.5 / 2 * (a / 4) * (a / 4));
        assertEquals(inside, catalog.numbers("flux_auto")[0] / (2 * Math.PI * 16e3), 1e-3);
    }

    @Test
    void starsHaveMostOfTheirLight() {
        Skies sky = Skies.seeded(31).sky(0).fluxes(2e4, 2e5).build();
        Catalog catalog = measure(MeasurementScenes.above(sky.image().science(), 7, 25));
        assertTrue(catalog.rows() > 25);
        double sum = 0;
        for (int row = 0; row < catalog.rows(); row++) {
            Star star = sky.near(catalog.numbers("x")[row], catalog.numbers("y")[row], 1)
                    .orElseThrow();
            sum += catalog.numbers("flux_auto")[row] / star.flux() / catalog.rows();
        }
        assertEquals(0.985, sum, 0.015);
    }

    @Test
    void neighborIsReplacedByTheOtherSide() {
        Image one = MeasurementScenes.star(80, 80, 40, 40, 2, 2);
        Image two = Images.of(
                80, 80, (x, y) -> x > 49 && x < 56 && Math.abs(y - 40) < 4 ? 500 : one.get(x, y));
        Catalog alone = measure(MeasurementScenes.above(one, 1, 50));
        Catalog both = measure(MeasurementScenes.above(two, 1, 50));
        assertEquals(2, both.rows());
        int row = both.numbers("x")[0] < 45 ? 0 : 1;
        assertEquals(alone.numbers("flux_auto")[0], both.numbers("flux_auto")[row], 0.01 * 25e3);
    }

    @Test
    void maskedPixelIsReplacedByTheOtherSide() {
        MeasurementInput clean =
                MeasurementScenes.above(MeasurementScenes.star(80, 80, 40, 40, 2, 2), 1, 20);
        MaskedImage bad = Images.marked(
                clean.image().withScience(Images.with(clean.image().science(), 44, 41, 1e9)),
                "BAD",
                44,
                41);
        Catalog repaired = measure(Measurements.input(bad, 1, clean.detections()));
        double flux = measure(clean).numbers("flux_auto")[0];
        assertEquals(flux, repaired.numbers("flux_auto")[0], 1e-3 * flux);
        assertFalse(repaired.flags("flag_auto_crowded")[0]);
    }

    @Test
    void ellipseBeyondTheEdgeIsFlagged() {
        Image star = MeasurementScenes.star(80, 80, 9, 40, 2, 2);
        assertTrue(measure(MeasurementScenes.above(star, 1, 20)).flags("flag_auto_edge")[0]);
    }

    @Test
    void groupTooSmallForASourceIsReplaced() { // as SExtractor does
        Image one = MeasurementScenes.star(80, 80, 40, 40, 2, 2);
        Image two = Images.with(one, 46, 40, 600);
        Detections found = MeasurementScenes.above(one, 1, 50).detections();
        double expected = unfiltered(one, found).numbers("flux_auto")[0];
        Catalog catalog = unfiltered(two, found);
        assertEquals(expected, catalog.numbers("flux_auto")[0], 1e-6 * expected);
    }

    private Catalog unfiltered(Image image, Detections found) {
        Detections same = new Detections(image, found.labels(), found.footprints(), 50);
        return measure(Measurements.input(MaskedImage.of(image), 1, same));
    }
}
