package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.TanWcs;
import org.dovetail.image.TanWcs.Matrix;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.image.Wcs.SkyPosition;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;
import org.junit.jupiter.api.Test;

class SkyCoordinatesTest implements MeasurementPluginTests {

    @Override
    public MeasurementPlugin plugin() {
        return Scene.all().get(8);
    }

    @Override
    public List<MeasurementPlugin> before() {
        return Scene.all().subList(0, 2);
    }

    @Test
    void placesFollowFromTheWorldCoordinates() {
        MeasurementInput input = MeasurementScenes.stars(1);
        Wcs wcs = TanWcs.of(
                new PixelPosition(80, 80), new SkyPosition(150, 20), new Matrix(-1e-4, 0, 0, 1e-4));
        Catalog catalog = measure(new MeasurementInput(
                input.image(), input.background(), input.detections(), Optional.of(wcs), 1));
        for (int row = 0; row < catalog.rows(); row++) {
            SkyPosition expected = wcs.toSky(catalog.numbers("x")[row], catalog.numbers("y")[row]);
            assertEquals(expected.rightAscension(), catalog.numbers("ra")[row]);
            assertEquals(expected.declination(), catalog.numbers("dec")[row]);
            assertFalse(catalog.flags("flag_sky")[row]);
        }
    }
}
