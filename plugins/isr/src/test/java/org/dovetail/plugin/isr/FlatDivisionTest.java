package org.dovetail.plugin.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.FlatCorrector;
import org.dovetail.task.Configs;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.FlatCorrectorTests;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

class FlatDivisionTest implements FlatCorrectorTests {

    @Override
    public FlatCorrector corrector() {
        return with();
    }

    @Test
    void responseOutsideTheRangeIsBadAndNotDividedBy() {
        MaskedImage image = MaskedImage.of(Images.constant(4, 1, 100));
        MaskedImage flat = MaskedImage.of(Images.row(0.49, 0.5, 2, 2.01));
        MaskedImage result =
                with("minResponse", 0.5, "maxResponse", 2).divide(image, RawData.flat(flat));
        assertEquals(Images.row(100, 200, 50, 100), result.science());
        int bad = MaskPlanes.STANDARD.bits(MaskPlanes.BAD);
        assertEquals(bad, result.mask().get(0, 0));
        assertEquals(0, result.mask().get(1, 0));
        assertEquals(0, result.mask().get(2, 0));
        assertEquals(bad, result.mask().get(3, 0));
    }

    @Test
    void limitsMustLeaveARange() {
        TaskException e =
                assertThrows(TaskException.class, () -> with("minResponse", 1, "maxResponse", 1));
        assertEquals("minResponse must be < maxResponse, were 1.0 and 1.0", e.getMessage());
    }

    private static FlatCorrector with(Object... settings) {
        return new FlatDivision(Configs.of(FlatDivision.Config.class, settings));
    }
}
