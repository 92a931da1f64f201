package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanCorrectorContract;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.RoleTests;
import org.junit.jupiter.api.Test;

/** What every {@link OverscanCorrector} must do, whether it measures the overscan or not. */
public interface OverscanCorrectorTests extends RoleTests<OverscanCorrector> {

    /** Returns the corrector to test. */
    OverscanCorrector corrector();

    @Override
    default OverscanCorrector algorithm() {
        return corrector();
    }

    @Override
    default List<Call<OverscanCorrector>> calls() {
        return List.of(
                call(RawData.read(Images.noise(4, 30, 40, 900, 5), Images.noise(5, 8, 40, 500, 5))),
                call(RawData.read(Images.noise(6, 30, 40, 700, 3), Images.noise(7, 8, 40, 400, 3))),
                call(RawData.read(
                        Images.noise(8, 20, 50, 700, 3), Images.noise(9, 4, 50, 300, 3))));
    }

    private static Call<OverscanCorrector> call(RawAmplifier amplifier) {
        return Call.of(corrector -> corrector.correct(amplifier));
    }

    /** Returns the corrector with its contract around it. */
    default OverscanCorrector checkedCorrector() {
        return new OverscanCorrectorContract(corrector(), new Contract("the overscan corrector"));
    }

    @Test
    default void pixelsWithoutValueStaySo() {
        Image data = Images.with(Images.noise(1, 20, 30, 900, 5), 3, 4, Double.NaN);
        OverscanResult result =
                checkedCorrector().correct(RawData.read(data, Images.noise(2, 8, 30, 500, 5)));
        assertEquals(Float.NaN, result.data().get(3, 4));
    }

    @Test
    default void levelIsTheMeanOfWhatWasSubtracted() {
        Image data = Images.noise(3, 40, 50, 900, 5);
        OverscanResult result =
                checkedCorrector().correct(RawData.read(data, Images.of(8, 50, (x, y) -> 500 + y)));
        assertEquals(
                Images.mean(data) - Images.mean(result.data()),
                result.level(),
                1e-3); // float rounding
    }
}
