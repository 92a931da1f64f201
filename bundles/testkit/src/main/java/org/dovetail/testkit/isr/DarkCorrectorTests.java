package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.DarkCorrector;
import org.dovetail.role.isr.DarkCorrectorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link DarkCorrector} must do. */
public interface DarkCorrectorTests extends InterruptibleTests<DarkCorrector> {

    /** Returns the corrector to test. */
    DarkCorrector corrector();

    @Override
    default DarkCorrector algorithm() {
        return corrector();
    }

    @Override
    default List<Call<DarkCorrector>> calls() {
        return List.of(call(1, 12, 9), call(2, 12, 9), call(3, 5, 30));
    }

    private static Call<DarkCorrector> call(long seed, int width, int height) {
        MaskedImage image = MaskedImage.of(Images.noise(seed, width, height, 1000, 30));
        CalibrationFrame frame =
                RawData.dark(MaskedImage.of(Images.noise(seed + 100, width, height, 1, 0.1)));
        return Call.of(corrector -> corrector.subtract(image, frame, 20));
    }

    /** Returns the corrector with its contract around it. */
    default DarkCorrector checkedCorrector() {
        return new DarkCorrectorContract(corrector(), new Contract("the dark corrector"));
    }

    @Test
    default void darkIsSubtractedInProportionToTime() {
        MaskedImage image =
                MaskedImage.of(Images.row(110, 120, 130)).withVariance(Images.constant(3, 1, 100));
        MaskedImage dark =
                MaskedImage.of(Images.row(0.5, 1, 1.5)).withVariance(Images.constant(3, 1, 0.25));
        MaskedImage result = checkedCorrector().subtract(image, RawData.dark(dark), 20);
        assertArrayEquals(new float[] {100, 100, 100}, result.science().toArray(), 1e-4f);
        assertArrayEquals(new float[] {200, 200, 200}, result.variance().toArray(), 1e-4f);
    }

    @Test
    default void noTimeLeavesEveryValue() {
        MaskedImage image = MaskedImage.of(Images.noise(1, 9, 8, 1000, 30));
        MaskedImage dark = MaskedImage.of(Images.constant(9, 8, 7));
        assertEquals(image, checkedCorrector().subtract(image, RawData.dark(dark), 0));
    }

    @Test
    default void pixelWithoutDarkIsBad() {
        MaskedImage image = MaskedImage.of(Images.row(100, 100, 100));
        MaskedImage dark = MaskedImage.of(Images.row(1, Double.NaN, 1));
        dark = Images.marked(dark, MaskPlanes.BAD, 2, 0);
        MaskedImage result = checkedCorrector().subtract(image, RawData.dark(dark), 10);
        assertEquals(2, result.mask().count(MaskPlanes.BAD));
        assertEquals(0, result.mask().get(0, 0));
    }

    @Test
    default void darkOfAnotherSizeIsRefused() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedCorrector()
                        .subtract(
                                MaskedImage.of(Images.constant(3, 4, 1)),
                                RawData.dark(MaskedImage.of(Images.constant(4, 3, 1))),
                                10));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
    }
}
