package org.dovetail.plugin.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.Surface;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.plugin.smoothing.NoSmoother;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.task.Configs;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.detection.FloodFill;
import org.dovetail.testkit.detection.SourceDetectorTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdDetectorTest implements SourceDetectorTests, CompositeTests<SourceDetector> {

    @Override
    public SourceDetector detector() {
        return threshold(new GaussianSmoother(Configs.of(GaussianSmoother.Config.class)));
    }

    @Override
    public Slots<ThresholdDetector> slots() {
        return Slots.of(
                ThresholdDetector.class,
                Configs.of(ThresholdDetector.Config.class),
                new GaussianSmoother(Configs.of(GaussianSmoother.Config.class)));
    }

    private static SourceDetector threshold(Smoother smoother, Object... settings) {
        return new ThresholdDetector(
                Configs.of(ThresholdDetector.Config.class, settings), smoother);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithFloodFillOnNoise(long seed) { // near the percolation threshold: ragged groups
        Image noise = Images.noise(seed, 61, 47, 0, 1);
        Detections expected = FloodFill.above(noise, 0.4f, 3);
        SourceDetector detector = threshold(new NoSmoother(), "nSigma", 0.4, "minArea", 3);
        Detections found =
                detector.detect(MaskedImage.of(noise), Background.constant(61, 47, 0, 1));
        assertEquals(expected.footprints(), found.footprints());
        assertEquals(expected.labels(), found.labels());
    }

    @Test
    void spiralIsOneSource() {
        String[] rows = {"#######", "......#", "#####.#", "#...#.#", "#.###.#", "#.....#", ".#####."
        };
        Image image = Images.of(7, 7, (x, y) -> rows[y].charAt(x) == '#' ? 1 : 0);
        SourceDetector detector = threshold(new NoSmoother(), "nSigma", 0.5);
        Detections found = detector.detect(MaskedImage.of(image), Background.constant(7, 7, 0, 1));
        assertEquals(1, found.footprints().size());
        assertEquals(29, found.footprints().get(0).area());
    }

    @Test
    void pixelAtTheThresholdIsNotDetected() {
        Image image = Images.row(1, 1, 1, 1.0001, 1.0001);
        SourceDetector detector = threshold(new NoSmoother(), "nSigma", 1.0, "minArea", 1);
        Detections found = detector.detect(MaskedImage.of(image), Background.constant(5, 1, 0, 1));
        assertEquals(2, found.footprints().get(0).area());
    }

    @Test
    void smallGroupsAreDropped() {
        Image image = Images.row(9, 9, 0, 9, 9, 9, 0, 9);
        SourceDetector detector = threshold(new NoSmoother(), "minArea", 3);
        Detections found = detector.detect(MaskedImage.of(image), Background.constant(8, 1, 0, 1));
        assertEquals(1, found.footprints().size());
        assertEquals(3, found.footprints().get(0).box().x());
    }

    @Test
    void localNoiseRaisesTheThresholdWhereItIsHigh() {
        Image image = Images.of(40, 10, (x, y) -> (x == 5 || x == 30) && y < 6 ? 4 : 0);
        Surface scatter = Surface.of(Images.of(40, 10, (x, y) -> x < 20 ? 1 : 10));
        Background background = new Background(Surface.constant(40, 10, 0), scatter, 0, 1);
        MaskedImage masked = MaskedImage.of(image);
        SourceDetector global = threshold(new NoSmoother());
        SourceDetector local = threshold(new NoSmoother(), "noise", "local");
        assertEquals(2, global.detect(masked, background).footprints().size());
        assertEquals(1, local.detect(masked, background).footprints().size());
    }

    @Test
    void ignoredPlanesAreInNoSource() {
        Image image = Images.of(9, 9, (x, y) -> 10);
        MaskedImage marked = Images.marked(MaskedImage.of(image), "BAD", 4, 4);
        Background background = Background.constant(9, 9, 0, 1);
        SourceDetector all = threshold(new NoSmoother());
        SourceDetector without = threshold(new NoSmoother(), "ignoredPlanes", new String[] {"BAD"});
        assertEquals(81, all.detect(marked, background).footprints().get(0).area());
        assertEquals(80, without.detect(marked, background).footprints().get(0).area());
    }

    @Test
    void maskMarksTheSources() {
        Skies sky = Skies.seeded(1).build();
        Detections found = detect(sky);
        long area = found.footprints().stream().mapToLong(f -> f.area()).sum();
        assertEquals(area, found.mark(sky.image().mask()).count("DETECTED"));
        assertNotEquals(0, area);
    }
}
