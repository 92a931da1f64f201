package org.dovetail.plugin.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dovetail.data.ReadContext;
import org.dovetail.fits.RawExposureFormat;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Exposure;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.RawExposure;
import org.dovetail.plugin.combination.MedianCombination;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.task.Configs;
import org.dovetail.testkit.SharedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reduces real frames of the Nickel telescope. The values are those of ccdproc 2.4.0, as {@code
 * benchmarks/ccdproc/nickel.py} prints them; it compares all pixels.
 */
class NickelTest {

    private static final int[][] PIXELS = {{100, 200}, {512, 512}, {900, 37}, {31, 1000}};

    private static final InstrumentSignatureRemover ISR =
            Camera.isr("smoothing", 1, "clipSigma", 1000.0);

    private static Optional<Frames> frames = Optional.empty();

    private record Frames(CalibrationFrame bias, CalibrationFrame flat) {}

    @BeforeAll
    static void makeFrames() {
        CalibrationFrame bias = new MakeBias(
                        Configs.of(MakeBias.Config.class), ISR, new MedianCombination())
                .run(new MakeBias.Inputs(read("d1001", "d1002", "d1003", "d1004")))
                .bias();
        CalibrationFrame flat = new MakeFlat(
                        Configs.of(MakeFlat.Config.class), ISR, new MedianCombination())
                .run(new MakeFlat.Inputs(
                        read("d1035", "d1036", "d1037"), Optional.of(bias), Optional.empty()))
                .flat();
        frames = Optional.of(new Frames(bias, flat));
    }

    @Test
    void everyStepAgreesWithCcdproc() {
        CalibrationFrame bias = frames.orElseThrow().bias();
        CalibrationFrame flat = frames.orElseThrow().flat();
        Exposure science = ISR.remove(
                read("d1047"),
                new Calibrations(Optional.of(bias), Optional.empty(), Optional.of(flat)));
        assertValues(bias.image(), 1e-4, 16.02, 24.92, 41.83, 12.905);
        assertValues(flat.image(), 1e-6, 0.95704586, 1.046556, 0.95111489, 0.73523969);
        assertValues(science.image(), 1e-3, 380.3475, 358.02194, 390.20523, 368.59408);
    }

    @Test
    void deadCornersAndBadColumnsAreMarked() {
        MaskedImage flat = frames.orElseThrow().flat().image();
        assertTrue((flat.mask().get(256, 500) & flat.mask().planes().bits(MaskPlanes.BAD)) != 0);
        long bad = flat.mask().count(MaskPlanes.BAD);
        long lines = 7 * 1024 + 2 * 1024 - 2 * 7; // columns and rows
        assertTrue(bad > lines && bad < lines + 1500, "bad pixels: " + bad); // and dead corners
    }

    private static void assertValues(MaskedImage image, double tolerance, double... expected) {
        for (int i = 0; i < PIXELS.length; i++) {
            assertEquals(
                    expected[i],
                    image.science().get(PIXELS[i][0], PIXELS[i][1]),
                    tolerance,
                    "pixel " + PIXELS[i][0] + ", " + PIXELS[i][1]);
        }
    }

    private static List<RawExposure> read(String... names) {
        return Stream.of(names).map(NickelTest::read).toList();
    }

    private static RawExposure read(String name) {
        ReadContext camera = new ReadContext(Optional.of(Path.of("../../cameras/nickel.yaml")));
        return new RawExposureFormat().read(SharedData.file("nickel/" + name + ".fits.fz"), camera);
    }
}
