package org.dovetail.plugin.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class MakeDarkTest {

    @Test
    void darkCurrentIsFoundPerSecond() {
        CalibrationFrame bias = MakeBiasTest.make(Camera.exposeOften(25, 0, 0));
        CalibrationFrame dark = make(Camera.exposeOften(16, 400, 0), Optional.of(bias));
        assertEquals(PixelUnit.ELECTRON_PER_SECOND, dark.unit());
        // sqrt((300 + 100) / 16) = 5 and 2 for the bias, in 400 s: 0.0135
        assertEquals(0.0135, Camera.error(dark.image().science(), Camera.DARK), 0.005);
        assertEquals(40, dark.image().science().get(7, 9), 0.3); // a hot pixel
        assertEquals(400, dark.info().darkSeconds());
    }

    @Test
    void exposureWithoutTimeIsRefusedByName() {
        List<RawExposure> raw = List.of(Camera.expose(1, 400, 0), Camera.expose(2, 0, 0));
        TaskException e = assertThrows(TaskException.class, () -> make(raw, Optional.empty()));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
        assertEquals("the dark time of 'r2' must be > 0 s, is 0.0", e.getMessage());
    }

    static CalibrationFrame make(List<RawExposure> raw, Optional<CalibrationFrame> bias) {
        return new MakeDark(Camera.isr(), Camera.combination())
                .run(new MakeDark.Inputs(raw, bias))
                .dark();
    }
}
