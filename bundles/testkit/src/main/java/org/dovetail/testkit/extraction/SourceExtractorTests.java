package org.dovetail.testkit.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Detector;
import org.dovetail.image.Exposure;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.role.extraction.Extraction;
import org.dovetail.role.extraction.SourceExtractor;
import org.dovetail.role.extraction.SourceExtractorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SourceExtractor} must do; the test class of a plugin implements it. */
public interface SourceExtractorTests extends InterruptibleTests<SourceExtractor> {

    /** Returns the extractor to test, with columns {@code x} and {@code y}. */
    SourceExtractor extractor();

    @Override
    default SourceExtractor algorithm() {
        return extractor();
    }

    @Override
    default List<Call<SourceExtractor>> calls() {
        return List.of(
                call(Skies.seeded(7).build()),
                call(Skies.seeded(8).slope(0.1).build()),
                call(Skies.seeded(9).size(120, 90).stars(5).build()));
    }

    private static Call<SourceExtractor> call(Skies sky) {
        Exposure exposure = exposure(sky.image());
        return extractor -> {
            Extraction extraction = extractor.extract(exposure);
            return () -> List.of(
                    extraction.exposure().image(),
                    extraction.background().level().toImage(),
                    extraction.catalog());
        };
    }

    /** Returns the extractor, checked. */
    default SourceExtractor checked() {
        return new SourceExtractorContract(extractor(), new Contract("extraction"));
    }

    /** Makes an exposure, in electrons. */
    static Exposure exposure(MaskedImage image) {
        Amplifier amplifier =
                new Amplifier("A", image.science().box(), false, false, 1, 7, 100_000, 100_000);
        return new Exposure(
                image,
                PixelUnit.ELECTRON,
                new Detector("D", image.width(), image.height(), List.of(amplifier), List.of()),
                new ExposureInfo(
                        "sky", 30, 30, Optional.empty(), Optional.empty(), Optional.empty()),
                new Header(List.of()),
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    default void starsOnASlopingSkyAreFoundWhereTheyAre(long seed) {
        Skies sky = Skies.seeded(seed).slope(0.1).fluxes(5_000, 200_000).build();
        Catalog catalog = checked().extract(exposure(sky.image())).catalog();
        double[] x = catalog.numbers("x");
        double[] y = catalog.numbers("y");
        for (Skies.Star star : sky.stars()) {
            double distance = IntStream.range(0, x.length)
                    .mapToDouble(i -> Math.hypot(x[i] - star.x(), y[i] - star.y()))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            // The faintest have a signal of 18 sigma: the error is 3.5 / 2.35 / 18 = 0.08 pixel.
            assertTrue(distance < 0.5, () -> "nearest to " + star + " is " + distance + " away");
        }
        int most = sky.stars().size() + 2; // a false one or two in 65536 pixels
        assertTrue(x.length <= most, () -> x.length + " sources, at most " + most + " expected");
    }

    @Test
    default void backgroundIsSubtractedAndSourcesAreMarked() {
        Skies sky = Skies.seeded(1).build();
        Extraction extraction = checked().extract(exposure(sky.image()));
        MaskedImage image = extraction.exposure().image();
        Skies.Star star = sky.stars().get(0);
        int x = (int) Math.rint(star.x());
        int y = (int) Math.rint(star.y());
        assertEquals(sky.image().science().get(x, y) - 1000, image.science().get(x, y), 20);
        assertTrue((image.mask().get(x, y) & image.mask().planes().bits(MaskPlanes.DETECTED)) != 0);
        assertEquals(0, image.mask().get(0, 0));
        assertEquals(sky.image().variance(), image.variance());
    }

    @Test
    default void emptySkyGivesTheSameColumnsAndNoRows() {
        SourceExtractor extractor = checked();
        Catalog some =
                extractor.extract(exposure(Skies.seeded(1).build().image())).catalog();
        Catalog none = extractor
                .extract(exposure(MaskedImage.of(Images.constant(70, 50, 100))))
                .catalog();
        assertEquals(0, none.rows());
        assertEquals(some.schema(), none.schema());
    }

    @Test
    default void pixelsWithoutDataHaveNoInfluence() {
        MaskedImage low = Skies.seeded(2).build().image();
        MaskedImage high = low;
        for (int i = 0; i < 60; i++) {
            int x = (40 + 37 * i) % 256;
            int y = (90 + 11 * i) % 256;
            low = Images.marked(
                    low.withScience(Images.with(low.science(), x, y, 0)), MaskPlanes.NO_DATA, x, y);
            high = Images.marked(
                    high.withScience(Images.with(high.science(), x, y, 1e6)),
                    MaskPlanes.NO_DATA,
                    x,
                    y);
        }
        assertEquals(
                checked().extract(exposure(low)).catalog(),
                checked().extract(exposure(high)).catalog());
    }

    @Test
    default void exposureWithoutDataIsRefused() {
        Exposure blank = exposure(MaskedImage.of(Images.constant(20, 20, Double.NaN)));
        TaskException e = assertThrows(TaskException.class, () -> checked().extract(blank));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
    }
}
