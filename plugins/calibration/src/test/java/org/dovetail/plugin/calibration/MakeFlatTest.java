package org.dovetail.plugin.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.image.Box;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawExposure;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class MakeFlatTest {

    @Test
    void responseIsFoundWhateverTheLight() {
        List<RawExposure> raw = new ArrayList<>(Camera.exposeOften(8, 5, 20_000));
        raw.add(Camera.expose(20, 5, 40_000));
        CalibrationFrame flat = make(raw);
        double median = ClippedMedian.of(flat.image());
        assertEquals(1, median, 1e-6);
        double truth = flat.image().science().get(0, 5) / Camera.RESPONSE.at(0, 5);
        // 20,000 electrons nine times: a scatter of 0.0024; the median fixes the scale
        assertEquals(
                0.0024,
                Camera.error(
                        flat.image().science(), (x, y) -> scale(flat) * Camera.RESPONSE.at(x, y)),
                0.0006);
        assertEquals(1, truth / scale(flat), 0.01);
    }

    @Test
    void pixelsThatSeeNoLightAreBad() {
        CalibrationFrame flat = make(Camera.exposeOften(5, 5, 20_000));
        assertEquals(Camera.WIDTH, flat.image().mask().count(MaskPlanes.BAD));
        assertEquals(
                Camera.WIDTH,
                flat.image().mask().crop(new Box(0, 0, Camera.WIDTH, 1)).count(MaskPlanes.BAD));
    }

    @Test
    void exposuresInDifferentFiltersAreRefusedByName() {
        RawExposure other = Camera.expose(2, 5, 20_000);
        ExposureInfo info = other.info();
        RawExposure red = new RawExposure(
                other.detector(),
                other.amplifiers(),
                new ExposureInfo("red", 5, 5, Optional.of("R"), info.dateObs(), info.object()),
                other.header(),
                other.wcs());
        TaskException e = assertThrows(
                TaskException.class, () -> make(List.of(Camera.expose(1, 5, 20_000), red)));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertEquals(
                "'r1' is in filter V, 'red' is in filter R; they cannot be combined",
                e.getMessage());
    }

    @Test
    void saturatedExposureIsRefusedByName() {
        TaskException e = assertThrows(
                TaskException.class, () -> make(List.of(Camera.expose(1, 5, 900_000))));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
        assertTrue(e.getMessage().contains("'r1'"), e.getMessage());
    }

    @Test
    void limitsMustLeaveARange() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> new MakeFlat(
                        Configs.of(MakeFlat.Config.class, "minResponse", 1, "maxResponse", 1),
                        Camera.isr(),
                        Camera.combination()));
        assertEquals("minResponse must be < maxResponse, were 1.0 and 1.0", e.getMessage());
    }

    private static double scale(CalibrationFrame flat) {
        double sum = 0;
        double truth = 0;
        for (int y = 1; y < Camera.HEIGHT; y++) {
            for (int x = 0; x < Camera.WIDTH; x++) {
                sum += flat.image().science().get(x, y);
                truth += Camera.RESPONSE.at(x, y);
            }
        }
        return sum / truth;
    }

    private static CalibrationFrame make(List<RawExposure> raw) {
        CalibrationFrame bias = MakeBiasTest.make(Camera.exposeOften(25, 0, 0));
        return new MakeFlat(Configs.of(MakeFlat.Config.class), Camera.isr(), Camera.combination())
                .run(new MakeFlat.Inputs(raw, Optional.of(bias), Optional.empty()))
                .flat();
    }
}
