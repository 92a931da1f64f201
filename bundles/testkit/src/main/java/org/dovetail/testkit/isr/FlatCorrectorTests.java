package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.FlatCorrector;
import org.dovetail.role.isr.FlatCorrectorContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link FlatCorrector} must do. */
public interface FlatCorrectorTests extends InterruptibleTests<FlatCorrector> {

    /** Returns the corrector to test. */
    FlatCorrector corrector();

    @Override
    default FlatCorrector algorithm() {
        return corrector();
    }

    @Override
    default List<Call<FlatCorrector>> calls() {
        return List.of(call(1, 12, 9), call(2, 12, 9), call(3, 5, 30));
    }

    private static Call<FlatCorrector> call(long seed, int width, int height) {
        MaskedImage image = MaskedImage.of(Images.noise(seed, width, height, 1000, 30));
        CalibrationFrame frame =
                RawData.flat(MaskedImage.of(Images.noise(seed + 100, width, height, 1, 0.1)));
        return Call.of(corrector -> corrector.divide(image, frame));
    }

    /** Returns the corrector with its contract around it. */
    default FlatCorrector checkedCorrector() {
        return new FlatCorrectorContract(corrector(), new Contract("the flat corrector"));
    }

    @Test
    default void unevenResponseIsEvenedOut() {
        MaskedImage image = MaskedImage.of(Images.row(800, 1000, 1250))
                .withVariance(Images.row(800, 1000, 1250));
        MaskedImage flat = MaskedImage.of(Images.row(0.8, 1, 1.25));
        MaskedImage result = checkedCorrector().divide(image, RawData.flat(flat));
        assertArrayEquals(new float[] {1000, 1000, 1000}, result.science().toArray(), 1e-3f);
        assertArrayEquals(new float[] {1250, 1000, 800}, result.variance().toArray(), 1e-3f);
    }

    @Test
    default void flatWithNoiseAddsItToTheVariance() { // (100 + 500^2 * 0.0004) / 2^2
        MaskedImage image = MaskedImage.of(Images.row(1000)).withVariance(Images.row(100));
        MaskedImage flat = MaskedImage.of(Images.row(2)).withVariance(Images.row(0.0004));
        MaskedImage result = checkedCorrector().divide(image, RawData.flat(flat));
        assertEquals(50, result.variance().get(0, 0), 1e-4);
    }

    @Test
    default void flatOfOneChangesNothing() {
        MaskedImage image = MaskedImage.of(Images.noise(1, 9, 8, 1000, 30));
        MaskedImage flat = MaskedImage.of(Images.constant(9, 8, 1));
        assertEquals(image, checkedCorrector().divide(image, RawData.flat(flat)));
    }

    @Test
    default void pixelWithoutResponseIsBad() {
        MaskedImage image = MaskedImage.of(Images.constant(6, 1, 100));
        MaskedImage flat = MaskedImage.of(Images.row(1, Double.NaN, 0, -1, 1, 1));
        flat = Images.marked(flat, MaskPlanes.BAD, 4, 0);
        flat = Images.marked(flat, MaskPlanes.NO_DATA, 5, 0);
        MaskedImage result = checkedCorrector().divide(image, RawData.flat(flat));
        assertEquals(5, result.mask().count(MaskPlanes.BAD));
        assertEquals(0, result.mask().get(0, 0));
    }

    @Test
    default void flatOfAnotherSizeIsRefused() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedCorrector()
                        .divide(
                                MaskedImage.of(Images.constant(3, 4, 1)),
                                RawData.flat(MaskedImage.of(Images.constant(4, 3, 1)))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
    }
}
