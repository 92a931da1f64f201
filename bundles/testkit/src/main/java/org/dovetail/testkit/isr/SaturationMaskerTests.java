package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.RawAmplifier;
import org.dovetail.role.isr.SaturationMasker;
import org.dovetail.role.isr.SaturationMaskerContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link SaturationMasker} must do. */
public interface SaturationMaskerTests extends InterruptibleTests<SaturationMasker> {

    /** Returns the masker to test. */
    SaturationMasker masker();

    @Override
    default SaturationMasker algorithm() {
        return masker();
    }

    @Override
    default List<Call<SaturationMasker>> calls() {
        return List.of(
                call(Images.noise(1, 30, 20, RawData.LINEARITY_LIMIT, 9_000)),
                call(Images.noise(2, 30, 20, RawData.LINEARITY_LIMIT, 5_000)),
                call(Images.noise(3, 10, 12, RawData.LINEARITY_LIMIT, 5_000)));
    }

    private static Call<SaturationMasker> call(Image data) {
        RawAmplifier amplifier = RawData.withoutOverscan(RawData.amplifier("A", data.box()), data);
        return Call.of(masker -> masker.mark(amplifier));
    }

    /** Returns the masker with its contract around it. */
    default SaturationMasker checkedMasker() {
        return new SaturationMaskerContract(masker(), new Contract("the saturation masker"));
    }

    @Test
    default void limitItselfIsMarked() {
        Mask mask = mark(Images.row(100, RawData.LINEARITY_LIMIT, 100, 100, RawData.SATURATION));
        assertNotEquals(0, mask.get(1, 0) & bits(MaskPlanes.SUSPECT));
        assertNotEquals(0, mask.get(4, 0) & bits(MaskPlanes.SAT));
        assertNotEquals(0, mask.get(4, 0) & bits(MaskPlanes.SUSPECT));
    }

    @Test
    default void imageBelowTheLimitsStaysClear() {
        Image faint = Images.constant(9, 7, Math.nextDown((float) RawData.LINEARITY_LIMIT));
        assertEquals(Mask.clear(9, 7), mark(faint));
    }

    @Test
    default void pixelsWithoutValueAreNotSaturated() {
        assertEquals(Mask.clear(9, 7), mark(Images.constant(9, 7, Double.NaN)));
    }

    @Test
    default void unknownLimitsMarkNothing() {
        Amplifier amplifier = new Amplifier(
                "A",
                new Box(0, 0, 3, 2),
                false,
                false,
                1,
                1,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
        Image bright = Images.constant(3, 2, 1e9);
        assertEquals(
                Mask.clear(3, 2), checkedMasker().mark(RawData.withoutOverscan(amplifier, bright)));
    }

    private Mask mark(Image data) {
        return checkedMasker()
                .mark(RawData.withoutOverscan(RawData.amplifier("A", data.box()), data));
    }

    private static int bits(String plane) {
        return MaskPlanes.STANDARD.bits(plane);
    }
}
