package org.dovetail.plugin.processccd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.Markers.Ellipse;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.pipeline.PipelineTaskContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

/** Processes a sky of isolated stars whose truth is known. */
class KnownSkyTest {

    private static final Skies SKY = Skies.seeded(1).fluxes(5_000, 100_000).build();
    private static final double OFFSET = 1000;

    @Test
    void everyStarIsFoundWhereItIsAndAsBrightAsItIs() {
        Catalog catalog = run(raw(SKY.image().science())).catalog();
        double[] x = catalog.numbers("x");
        double[] y = catalog.numbers("y");
        double[] flux = catalog.numbers("flux_auto");
        assertEquals(SKY.stars().size(), catalog.rows());
        double[] ratios = new double[catalog.rows()];
        for (int row = 0; row < catalog.rows(); row++) {
            // 5,000 electrons over a sky of 1000 in 3.5 pixels: 0.08 pixels
            Skies.Star star = SKY.near(x[row], y[row], 0.5).orElseThrow();
            ratios[row] = flux[row] / star.flux();
        }
        Arrays.sort(ratios);
        assertEquals(0.98, ratios[ratios.length / 2], 0.03); // Kron's aperture loses some
    }

    @Test
    void sourcesAreNumberedFromOne() {
        Catalog catalog = run(raw(SKY.image().science())).catalog();
        assertEquals("id", catalog.schema().columns().get(0).name());
        double[] ids = catalog.numbers("id");
        for (int row = 0; row < ids.length; row++) {
            assertEquals(row + 1, ids[row]);
        }
    }

    @Test
    void whatWasCountedIsInTheHeader() {
        ProcessCcd.Outputs outputs = run(raw(SKY.image().science()));
        Exposure exposure = outputs.exposure();
        assertEquals((long) SKY.stars().size(), value(exposure, "NSOURCES"));
        assertEquals(SKY.sky(), (Double) value(exposure, "SKYLEVEL"), 0.01 * SKY.sky());
        assertEquals(SKY.noise(), (Double) value(exposure, "SKYRMS"), 0.05 * SKY.noise());
        assertEquals(exposure.image().mask().count(MaskPlanes.CR), value(exposure, "NCRPIX"));
        assertEquals(0L, value(exposure, "NSATPIX"));
        assertEquals(
                RawData.READ_NOISE, (Double) value(exposure, "RNOISE01"), 0.1 * RawData.READ_NOISE);
        assertEquals(PixelUnit.ELECTRON, exposure.unit());
        assertEquals(256, outputs.quicklook().image().width());
    }

    @Test
    void backgroundIsSubtractedUnlessItShallStay() {
        RawExposure raw = raw(SKY.image().science());
        ProcessCcd.Outputs without = run(raw);
        ProcessCcd.Outputs with = run(raw, "subtractBackground", false, "doWriteBackground", true);
        assertEquals(true, value(without.exposure(), "BKGSUB"));
        assertEquals(false, value(with.exposure(), "BKGSUB"));
        assertTrue(without.background().isEmpty());
        Image background = with.background().orElseThrow();
        Image sum = Images.of(
                256,
                256,
                (x, y) -> without.exposure().image().science().get(x, y) + background.get(x, y));
        assertEquals(0, Images.difference(with.exposure().image().science(), sum), 0.02); // of 1e5
        assertEquals(without.catalog(), with.catalog());
        assertEquals(without.exposure().image().mask(), with.exposure().image().mask());
    }

    @Test
    void pixelsOfSourcesAreMarkedAndOutlined() {
        ProcessCcd.Outputs outputs = run(raw(SKY.image().science()));
        Skies.Star star = SKY.stars().get(0);
        Box middle = new Box((int) Math.rint(star.x()), (int) Math.rint(star.y()), 1, 1);
        assertEquals(1, outputs.exposure().image().mask().crop(middle).count(MaskPlanes.DETECTED));
        List<Ellipse> ellipses = outputs.quicklook().ellipses();
        assertEquals(outputs.catalog().rows(), ellipses.size());
        assertTrue(ellipses.stream()
                .anyMatch(e -> Math.hypot(e.x() - star.x(), e.y() - star.y()) < 0.7
                        && e.semiMajor() > 1.5
                        && e.semiMinor() <= e.semiMajor()));
    }

    @Test
    void cosmicRayIsMarkedFilledAndNoSource() {
        Image hit = Images.with(SKY.image().science(), 3, 250, 40_000);
        ProcessCcd.Outputs outputs = run(raw(hit));
        int marks = outputs.exposure().image().mask().get(3, 250);
        int expected = MaskPlanes.STANDARD.bits(MaskPlanes.CR, MaskPlanes.INTRP);
        assertEquals(expected, marks & expected);
        assertEquals(SKY.stars().size(), outputs.catalog().rows());
    }

    @Test
    void emptySkyGivesAnEmptyCatalogue() {
        Image blank = Images.noise(5, 256, 256, 1000, 33);
        ProcessCcd.Outputs outputs = run(raw(blank));
        assertTrue(outputs.catalog().rows() <= 3, outputs.catalog().toString()); // noise
    }

    @Test
    void saturatedFrameIsRefusedByName() {
        TaskException e =
                assertThrows(TaskException.class, () -> run(raw(Images.constant(64, 64, 200_000))));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
        assertEquals(
                "all of the 64 x 64 pixels of 'r1' are bad, saturated or without a value",
                e.getMessage());
    }

    private static ProcessCcd.Outputs run(RawExposure raw, Object... settings) {
        PipelineTask<ProcessCcd.Inputs, ProcessCcd.Outputs> task =
                new PipelineTaskContract<>(Trees.processCcd(settings), new Contract("process-ccd"));
        return task.run(
                new ProcessCcd.Inputs(raw, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Object value(Exposure exposure, String keyword) {
        return exposure.header().card(keyword).orElseThrow().value();
    }

    /** Reads out a scene in electrons. */
    private static RawExposure raw(Image scene) {
        int height = scene.height();
        Image data =
                Images.of(scene.width(), height, (x, y) -> OFFSET + scene.get(x, y) / RawData.GAIN);
        Image overscan = Images.noise(7, 32, height, OFFSET, RawData.READ_NOISE / RawData.GAIN);
        Detector detector = RawData.detector(scene.width(), height);
        return RawData.exposure(
                "r1",
                60,
                detector,
                List.of(new RawAmplifier(
                        detector.amplifiers().get(0),
                        data,
                        Optional.of(overscan),
                        Optional.empty())));
    }
}
