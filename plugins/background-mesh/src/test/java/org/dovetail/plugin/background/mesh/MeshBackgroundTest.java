package org.dovetail.plugin.background.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.background.BackgroundSettings;
import org.dovetail.task.Configs;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.SharedData;
import org.dovetail.testkit.background.BackgroundEstimatorTests;
import org.junit.jupiter.api.Test;

class MeshBackgroundTest implements BackgroundEstimatorTests {

    @Override
    public BackgroundEstimator estimator() {
        return mesh();
    }

    private static MeshBackground mesh(Object... settings) {
        return new MeshBackground(Configs.of(MeshBackground.Config.class, settings));
    }

    @Test
    void agreesWithTheMapsOfSExtractor() { // back.fits and rms.fits: SExtractor, mesh 64, filter 3
        Image image = SharedData.fits("sep/image.fits");
        Background background = checked().estimate(MaskedImage.of(image));
        Image level = SharedData.fits("sep/back.fits");
        Image scatter = SharedData.fits("sep/rms.fits");
        // Single precision at 6850 is 0.0005, at 65 it is 8e-6; the spline adds some of each.
        assertEquals(0, Images.difference(level, background.level().toImage()), 0.003);
        assertEquals(0, Images.difference(scatter, background.scatter().toImage()), 4e-5);
    }

    @Test
    void naturalSplineIsNearThatOfSExtractor() {
        Image image = SharedData.fits("sep/image.fits");
        Background natural = mesh("spline", "natural").estimate(MaskedImage.of(image));
        Image level = SharedData.fits("sep/back.fits");
        double difference = Images.difference(level, natural.level().toImage());
        assertTrue(difference > 0.1 && difference < 0.5, () -> "differs by " + difference);
    }

    @Test
    void agreesWithSExtractorOnAGalaxyField() { // SExtractor 2.25: Background: 6846.44 RMS: 63.1876
        Image image = SharedData.fits("sextractor/galaxies.fits.gz");
        Background background = checked().estimate(MaskedImage.of(image));
        assertEquals(6846.44, background.meanLevel(), 0.005);
        assertEquals(63.1876, background.meanScatter(), 0.00005);
    }

    @Test
    void modeLiesBelowTheMeanOfASkewedBox() { // 90 % sky around 10, 10 % faint sources around 12
        Image skewed = Images.of(
                64,
                64,
                (x, y) -> (x + 7 * y) % 10 == 0 ? 12 : 10 + Math.sin(x * 12.9898 + y * 78.2));
        double level = mesh().estimate(MaskedImage.of(skewed)).meanLevel();
        assertTrue(level < 10.2, () -> "level " + level);
    }

    @Test
    void boxesWithoutDataTakeTheirNeighbors() {
        Image hole = Images.of(
                192, 64, (x, y) -> x / 64 == 1 ? Double.NaN : 100 + 20 * (x / 64) + (x + y) % 2);
        Background background = mesh("filterSize", 1).estimate(MaskedImage.of(hole));
        float[] row = new float[192];
        background.level().row(32, row);
        assertEquals(120.5, row[96], 0.6);
    }

    @Test
    void brightStarIsFilteredOut() {
        Image noise = Images.noise(3, 320, 320, 100, 5);
        Image star = Images.of(
                320,
                320,
                (x, y) -> noise.get(x, y) + 1e4 / (1 + Math.hypot(x - 160, y - 160) / 10));
        double filtered = center(mesh("filterSize", 3), star);
        double raw = center(mesh("filterSize", 1), star);
        assertTrue(filtered < raw - 100, () -> filtered + " is not well below " + raw);
    }

    @Test
    void maskedPixelsAreLeftOut() {
        MaskedImage image = MaskedImage.of(Images.of(16, 16, (x, y) -> y < 8 ? 1e6 : 10));
        MaskedImage marked = image;
        for (int i = 0; i < 128; i++) {
            marked = Images.marked(marked, "BAD", i % 16, i / 16);
        }
        assertEquals(10, mesh("boxSize", 16).estimate(marked).meanLevel());
        double all = new MeshBackground(
                        Configs.of(MeshBackground.Config.class, "boxSize", 16),
                        Configs.of(BackgroundSettings.class, "ignoredPlanes", new String[0]))
                .estimate(marked)
                .meanLevel();
        assertTrue(all > 1000, () -> "with all pixels the level is " + all);
    }

    @Test
    void evenFilterIsRefused() {
        TaskException e = assertThrows(TaskException.class, () -> mesh("filterSize", 2));
        assertEquals("filterSize must be an odd number of boxes, was 2", e.getMessage());
    }

    private static double center(BackgroundEstimator estimator, Image image) {
        float[] row = new float[image.width()];
        estimator.estimate(MaskedImage.of(image)).level().row(image.height() / 2, row);
        return row[image.width() / 2];
    }
}
