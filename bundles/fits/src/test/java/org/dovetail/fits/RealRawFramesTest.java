package org.dovetail.fits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dovetail.data.ReadContext;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.image.Wcs.SkyPosition;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

/** Reads raw frames of real cameras. Sums are those of astropy 5.2.1. */
class RealRawFramesTest {

    private final RawExposureFormat format = new RawExposureFormat();

    @Test
    void nickelIsReadWithItsCameraFile() {
        RawExposure raw = read("nickel/d1047.fits.fz", "nickel.yaml");
        RawAmplifier only = raw.amplifiers().get(0);
        assertEquals(1339565184.0, sum(only.data()));
        assertEquals(24150354.0, sum(only.serialOverscan().orElseThrow()));
        assertEquals(1167, only.data().get(20, 10));
        assertEquals(1.78, only.amplifier().gain());
        assertEquals(60, raw.info().exposureSeconds());
        assertEquals("V", raw.info().filter().orElseThrow());
        assertEquals("PG1323-085", raw.info().object().orElseThrow());
        assertEquals("2024-05-13T04:32:47.12", raw.info().dateObs().orElseThrow());
        assertEquals("d1047", raw.info().name());
        assertSky(raw, 600, 123.5, 201.40757959, -8.78431654);
    }

    @Test
    void nickelBiasAndFlatHaveTheRightSums() {
        assertEquals(1130449284.0, sum(read("nickel/d1001.fits.fz", "nickel.yaml"), 0));
        assertEquals(33115123933.0, sum(read("nickel/d1035.fits.fz", "nickel.yaml"), 0));
    }

    @Test
    void nickelOverscanIsAskedForWhereThereIsNoCameraFile() {
        Path file = SharedData.file("nickel/d1047.fits.fz");
        TaskException e =
                assertThrows(TaskException.class, () -> format.read(file, ReadContext.NONE));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
        assertEquals(
                "amplifier '1' (HDU 1) of " + file + " has no usable RDNOISE in its header; give"
                        + " 'readNoise' for it in a camera file (see docs/cameras.md)",
                e.getMessage());
    }

    @Test
    void fourAmplifiersOfLcoAreReadFromTheirHeaders() {
        RawExposure raw = read("lco_mef/mef_raw_test_frame.fits.gz", Optional.empty());
        assertEquals(1024, raw.detector().width());
        assertEquals(1024, raw.detector().height());
        double[] sums = {741998405.0, 760083531.0, 751253461.0, 761653184.0};
        double[] overscans = {27121911.0, 27529393.0, 27449473.0, 27758531.0};
        double[] gains = {6.42, 6.23, 6.27, 6.26};
        Box[] boxes = {
            new Box(0, 512, 512, 512),
            new Box(0, 0, 512, 512),
            new Box(512, 0, 512, 512),
            new Box(512, 512, 512, 512)
        };
        for (int i = 0; i < 4; i++) {
            Amplifier amplifier = raw.amplifiers().get(i).amplifier();
            assertEquals(sums[i], sum(raw, i));
            assertEquals(
                    overscans[i], sum(raw.amplifiers().get(i).serialOverscan().orElseThrow()));
            assertEquals(gains[i], amplifier.gain());
            assertEquals(7, amplifier.readNoise());
            assertEquals(40000, amplifier.saturation());
            assertEquals(boxes[i], amplifier.detectorBox());
            assertEquals(i == 2 || i == 3, amplifier.flipX());
            assertEquals(i == 0 || i == 3, amplifier.flipY());
        }
        assertSky(raw, 600, 123.5, 287.2870233, 59.41018485);
    }

    @Test
    void fourAmplifiersOfLcoMeetWithoutAStep() {
        RawExposure raw =
                read("lco_mef/mef_raw_test_frame.fits.gz", "lco-sinistro-central-2k.yaml");
        assertEquals(
                512, raw.amplifiers().get(0).parallelOverscan().orElseThrow().width());
        float[] detector = assemble(raw);
        double across = seam(detector, (x, y) -> 511 + 1024 * x, 1);
        double up = seam(detector, (x, y) -> 511 * 1024 + x, 1024);
        assertTrue(across < 20 && up < 20, "electrons: " + across + ", " + up);
    }

    @Test
    void prescanOfSaaoIsReadFromItsHeader() {
        for (Optional<Path> camera :
                List.of(Optional.<Path>empty(), Optional.of(SharedData.camera("saao-ste3.yaml")))) {
            RawExposure raw = read("saao_raw/a8280271.fits.gz", camera);
            RawAmplifier only = raw.amplifiers().get(0);
            assertEquals(79838465.0, sum(only.data()));
            assertEquals(1113006.0, sum(only.serialOverscan().orElseThrow()));
            assertEquals(1.9, only.amplifier().gain());
            assertEquals(5, only.amplifier().readNoise());
            assertEquals("48", raw.info().filter().orElseThrow());
        }
    }

    @Test
    void cameraFileOfAnotherCameraIsRefused() {
        Path file = SharedData.file("saao_raw/a8280271.fits.gz");
        ReadContext nickel = new ReadContext(Optional.of(SharedData.camera("nickel.yaml")));
        TaskException e = assertThrows(TaskException.class, () -> format.read(file, nickel));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
    }

    private RawExposure read(String name, String camera) {
        return read(name, Optional.of(SharedData.camera(camera)));
    }

    private RawExposure read(String name, Optional<Path> camera) {
        return format.read(SharedData.file(name), new ReadContext(camera));
    }

    private static double sum(RawExposure raw, int amplifier) {
        return sum(raw.amplifiers().get(amplifier).data());
    }

    private static double sum(Image image) {
        double sum = 0;
        for (float pixel : image.toArray()) {
            sum += pixel;
        }
        return sum;
    }

    private static void assertSky(RawExposure raw, double x, double y, double ra, double dec) {
        SkyPosition position = raw.wcs().orElseThrow().toSky(x, y);
        assertEquals(ra, position.rightAscension(), 1e-8);
        assertEquals(dec, position.declination(), 1e-8);
    }

    /** Puts amplifiers together as an algorithm would: overscan off, turned, times the gain. */
    private static float[] assemble(RawExposure raw) {
        int width = raw.detector().width();
        float[] detector = new float[width * raw.detector().height()];
        for (RawAmplifier part : raw.amplifiers()) {
            Image overscan = part.serialOverscan().orElseThrow();
            double level = sum(overscan) / overscan.box().area();
            Amplifier amplifier = part.amplifier();
            Box box = amplifier.detectorBox();
            for (int y = 0; y < box.height(); y++) {
                for (int x = 0; x < box.width(); x++) {
                    int column = box.x() + (amplifier.flipX() ? box.width() - 1 - x : x);
                    int row = box.y() + (amplifier.flipY() ? box.height() - 1 - y : y);
                    double value = (part.data().get(x, y) - level) * amplifier.gain();
                    detector[row * width + column] = (float) value;
                }
            }
        }
        return detector;
    }

    private interface Along {
        int index(int step, int unused);
    }

    /** Returns the mean difference across a seam, less bright stars, in electrons. */
    private static double seam(float[] detector, Along along, int over) {
        double sum = 0;
        int count = 0;
        for (int step = 0; step < 1024; step++) {
            int at = along.index(step, 0);
            double difference = detector[at + over] - detector[at];
            if (Math.abs(difference) < 400) {
                sum += difference;
                count++;
            }
        }
        return Math.abs(sum / count);
    }
}
