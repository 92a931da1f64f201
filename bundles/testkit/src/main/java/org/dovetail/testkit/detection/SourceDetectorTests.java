package org.dovetail.testkit.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.detection.SourceDetectorContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SourceDetector} must do; the test class of a plugin implements it. */
public interface SourceDetectorTests extends InterruptibleTests<SourceDetector> {

    /** Returns the detector to test, for stars of a full width of 3.5 pixels. */
    SourceDetector detector();

    @Override
    default SourceDetector algorithm() {
        return detector();
    }

    @Override
    default List<Call<SourceDetector>> calls() {
        return List.of(
                call(Skies.seeded(2).build()),
                call(Skies.seeded(3).build()),
                call(Skies.seeded(4).size(100, 150).stars(9).build()));
    }

    /** Returns the detector, checked. */
    default SourceDetector checked() {
        return new SourceDetectorContract(detector(), new Contract("detection"));
    }

    private static Call<SourceDetector> call(Skies sky) {
        Background background = Background.constant(
                sky.image().width(), sky.image().height(), sky.sky(), sky.noise());
        MaskedImage image = background.subtractFrom(sky.image());
        return Call.of(detector -> detector.detect(image, background));
    }

    /** Finds the sources of a sky whose background is known. */
    default Detections detect(Skies sky) {
        MaskedImage image = sky.image();
        Background background =
                Background.constant(image.width(), image.height(), sky.sky(), sky.noise());
        return checked().detect(background.subtractFrom(image), background);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    default void everyBrightStarIsFoundOnceAndNothingElse(long seed) {
        Skies sky = Skies.seeded(seed).fluxes(4_000, 200_000).build(); // peaks of 8 sigma and more
        List<Footprint> footprints = detect(sky).footprints();
        assertEquals(sky.stars().size(), footprints.size());
        for (Footprint footprint : footprints) {
            assertTrue(
                    sky.near(footprint.peakX(), footprint.peakY(), 2).isPresent(),
                    () -> "no star near " + footprint);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    default void footprintsLieOnTheirStars(long seed) {
        Skies sky = Skies.seeded(seed).fluxes(20_000, 200_000).build();
        Detections detections = detect(sky);
        double offX = 0;
        double offY = 0;
        for (Skies.Star star : sky.stars()) {
            int label =
                    detections.labels().get((int) Math.rint(star.x()), (int) Math.rint(star.y()));
            assertTrue(label > 0, () -> "no source at " + star);
            Footprint footprint = detections.footprints().get(label - 1);
            Box box = footprint.box();
            offX += box.x() + (box.width() - 1) / 2.0 - star.x();
            offY += box.y() + (box.height() - 1) / 2.0 - star.y();
        }
        // Forty boxes, each with its edges somewhere within a pixel.
        assertEquals(0, offX / sky.stars().size(), 0.25);
        assertEquals(0, offY / sky.stars().size(), 0.25);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "1, 40", "40, 1"})
    default void emptyImageHasNoSources(int width, int height) {
        MaskedImage image = MaskedImage.of(Images.constant(width, height, 0));
        Background background = Background.constant(width, height, 100, 5);
        assertEquals(List.of(), checked().detect(image, background).footprints());
    }

    @Test
    default void noiseHasFewSources() {
        Skies sky = Skies.seeded(11).stars(0).build();
        int found = detect(sky).footprints().size();
        assertTrue(found <= 3, () -> found + " sources in noise");
    }

    @Test
    default void imageWithoutDataHasNoSources() {
        MaskedImage image = MaskedImage.of(Images.constant(20, 20, Double.NaN));
        Background background = Background.constant(20, 20, 0, 1);
        assertEquals(List.of(), checked().detect(image, background).footprints());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e30, -1e30})
    default void pixelWithoutDataIsInNoSourceAndHidesNone(double value) {
        Skies sky = Skies.seeded(1).fluxes(20_000, 200_000).build();
        MaskedImage image = sky.image();
        for (Skies.Star star : sky.stars()) { // next to each star, inside its footprint
            int x = (int) Math.rint(star.x()) + 2;
            int y = (int) Math.rint(star.y());
            image = Images.marked(
                    image.withScience(Images.with(image.science(), x, y, value)),
                    MaskPlanes.NO_DATA,
                    x,
                    y);
        }
        Background background = Background.constant(256, 256, sky.sky(), sky.noise());
        MaskedImage subtracted = background.subtractFrom(image);
        Detections detections = checked().detect(subtracted, background);
        assertEquals(sky.stars().size(), detections.footprints().size());
        for (Skies.Star star : sky.stars()) {
            int x = (int) Math.rint(star.x()) + 2;
            assertEquals(0, detections.labels().get(x, (int) Math.rint(star.y())));
        }
    }

    @Test
    default void sourcesAtTheEdgeAndInTheCornerAreFound() {
        Image stars = Images.of(
                40,
                30,
                (x, y) -> 1000
                        * (Math.exp(-(x * x + y * y) / 4.0)
                                + Math.exp(-(Math.pow(x - 39, 2) + Math.pow(y - 15, 2)) / 4.0)));
        Background background = Background.constant(40, 30, 0, 5);
        Detections detections = checked().detect(MaskedImage.of(stars), background);
        assertEquals(2, detections.footprints().size());
        assertEquals(1, detections.labels().get(0, 0));
        assertEquals(2, detections.labels().get(39, 15));
    }

    @Test
    default void labelsAreCountedFromOneInTheOrderOfFootprints() {
        Detections detections = detect(Skies.seeded(3).build());
        for (int i = 0; i < detections.footprints().size(); i++) {
            Footprint footprint = detections.footprints().get(i);
            assertEquals(i + 1, detections.labels().get(footprint.peakX(), footprint.peakY()));
        }
    }
}
