package org.dovetail.plugin.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

class MakeBiasTest {

    @Test
    void biasIsFoundBelowTheNoiseOfOneExposure() {
        CalibrationFrame bias = make(Camera.exposeOften(25, 0, 0));
        assertEquals(PixelUnit.ELECTRON, bias.unit());
        assertEquals(CalibrationFrame.Kind.BIAS, bias.kind());
        assertEquals(25, bias.frames());
        // read noise 10 electrons over 5, and a tenth for clipping, overscan and whole ADU
        assertEquals(2, Camera.error(bias.image().science(), Camera.BIAS), 0.2);
        assertEquals(4, bias.image().variance().get(20, 20), 1.2); // half a bias of 20 is "light"
    }

    @Test
    void orderOfExposuresDoesNotMatter() {
        List<RawExposure> raw = new ArrayList<>(Camera.exposeOften(6, 0, 0));
        CalibrationFrame expected = make(raw);
        Collections.shuffle(raw, new Random(3));
        assertEquals(expected, make(raw));
    }

    @Test
    void exposuresOfDifferentSizesAreRefusedByName() {
        List<RawExposure> raw = List.of(
                Camera.expose(1, 0, 0),
                RawData.exposure("odd", 0, Images.constant(9, 9, 1), Images.constant(3, 9, 1)));
        TaskException e = assertThrows(TaskException.class, () -> make(raw));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertEquals(
                "'r1' is of detector CCD1 of 48 x 40 pixels, 'odd' is of detector CCD1 of 9 x 9"
                        + " pixels; they cannot be combined",
                e.getMessage());
    }

    @Test
    void noExposuresAreRefused() {
        TaskException e = assertThrows(TaskException.class, () -> make(List.of()));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
    }

    @Test
    void exposuresWithoutValuesAreRefused() {
        RawExposure blank = RawData.exposure(
                "blank", 0, Images.constant(4, 4, Double.NaN), Images.constant(3, 4, 1000));
        TaskException e = assertThrows(TaskException.class, () -> make(List.of(blank)));
        assertEquals(ErrorCode.NO_USABLE_PIXELS, e.code());
    }

    @Test
    void exposureWithLightIsRefusedByName() {
        List<RawExposure> raw = List.of(Camera.expose(1, 0, 0), Camera.expose(2, 60, 20_000));
        TaskException e = assertThrows(TaskException.class, () -> make(raw));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertEquals(
                "'r2' is no bias exposure: its exposure time must be <= 0.5 s, is 60.0 s; leave it"
                        + " out, or raise maxExposureTime if the camera tells such a time of a bias",
                e.getMessage());
    }

    @Test
    void exposureWithDarkCurrentIsRefusedByName() {
        TaskException e = assertThrows(TaskException.class, () -> make(List.of(timed(0, 600))));
        assertTrue(
                e.getMessage().contains("its dark time must be <= 10.0 s, is 600.0 s"),
                e::getMessage);
    }

    @Test
    void shortestTimesOfCamerasAreTaken() {
        assertEquals(2, make(List.of(timed(0.12, 0.12), timed(0.5, 10))).frames());
    }

    private static RawExposure timed(double exposure, double dark) {
        RawExposure raw = Camera.expose(1, 0, 0);
        ExposureInfo info = raw.info();
        return new RawExposure(
                raw.detector(),
                raw.amplifiers(),
                new ExposureInfo(
                        "r1", exposure, dark, info.filter(), info.dateObs(), info.object()),
                raw.header(),
                raw.wcs());
    }

    static CalibrationFrame make(List<RawExposure> raw) {
        return new MakeBias(Configs.of(MakeBias.Config.class), Camera.isr(), Camera.combination())
                .run(new MakeBias.Inputs(raw))
                .bias();
    }
}
