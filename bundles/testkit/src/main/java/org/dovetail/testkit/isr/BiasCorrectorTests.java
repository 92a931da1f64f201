package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.BiasCorrector;
import org.dovetail.role.isr.BiasCorrectorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link BiasCorrector} must do. */
public interface BiasCorrectorTests extends InterruptibleTests<BiasCorrector> {

    /** Returns the corrector to test. */
    BiasCorrector corrector();

    @Override
    default BiasCorrector algorithm() {
        return corrector();
    }

    @Override
    default List<Call<BiasCorrector>> calls() {
        return List.of(call(1, 12, 9), call(2, 12, 9), call(3, 5, 30));
    }

    private static Call<BiasCorrector> call(long seed, int width, int height) {
        MaskedImage image = MaskedImage.of(Images.noise(seed, width, height, 1000, 30));
        CalibrationFrame frame =
                RawData.bias(MaskedImage.of(Images.noise(seed + 100, width, height, 1, 0.1)));
        return Call.of(corrector -> corrector.subtract(image, frame));
    }

    /** Returns the corrector with its contract around it. */
    default BiasCorrector checkedCorrector() {
        return new BiasCorrectorContract(corrector(), new Contract("the bias corrector"));
    }

    @Test
    default void biasIsSubtractedAndItsVarianceAdded() {
        MaskedImage image =
                MaskedImage.of(Images.row(110, 121, 132)).withVariance(Images.constant(3, 1, 2));
        MaskedImage bias =
                MaskedImage.of(Images.row(10, 20, 30)).withVariance(Images.constant(3, 1, 0.5));
        MaskedImage result = checkedCorrector().subtract(image, RawData.bias(bias));
        assertArrayEquals(new float[] {100, 101, 102}, result.science().toArray());
        assertArrayEquals(new float[] {2.5f, 2.5f, 2.5f}, result.variance().toArray());
        assertEquals(image.mask(), result.mask());
    }

    @Test
    default void pixelWithoutBiasIsBad() {
        MaskedImage image = MaskedImage.of(Images.row(100, 100, 100, 100));
        MaskedImage bias = MaskedImage.of(Images.row(1, Double.NaN, 1, 1));
        bias = Images.marked(bias, MaskPlanes.NO_DATA, 2, 0);
        bias = Images.marked(bias, MaskPlanes.BAD, 3, 0);
        MaskedImage result = checkedCorrector().subtract(image, RawData.bias(bias));
        assertEquals(3, result.mask().count(MaskPlanes.BAD));
        assertEquals(0, result.mask().get(0, 0));
    }

    @Test
    default void biasOfAnotherSizeIsRefused() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedCorrector()
                        .subtract(
                                MaskedImage.of(Images.constant(3, 4, 1)),
                                RawData.bias(MaskedImage.of(Images.constant(4, 3, 1)))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertTrue(e.getMessage().contains("4 x 3"), e.getMessage());
        assertTrue(e.getMessage().contains("3 x 4"), e.getMessage());
    }
}
