package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.isr.AmplifierAssembler;
import org.dovetail.role.isr.AmplifierAssemblerContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link AmplifierAssembler} must do. */
public interface AmplifierAssemblerTests extends InterruptibleTests<AmplifierAssembler> {

    /** Returns the assembler to test. */
    AmplifierAssembler assembler();

    @Override
    default AmplifierAssembler algorithm() {
        return assembler();
    }

    @Override
    default List<Call<AmplifierAssembler>> calls() {
        return List.of(
                call(Images.noise(1, 12, 8, 100, 9)),
                call(Images.noise(2, 12, 8, 500, 9)),
                call(Images.noise(3, 20, 30, 500, 9)));
    }

    private static Call<AmplifierAssembler> call(Image scene) {
        Detector detector = RawData.quadrants(scene.width(), scene.height());
        List<Image> images = new ArrayList<>();
        List<Mask> masks = new ArrayList<>();
        for (Amplifier amplifier : detector.amplifiers()) {
            Box box = amplifier.detectorBox();
            images.add(readOut(scene, amplifier));
            masks.add(Mask.clear(box.width(), box.height()));
        }
        return Call.of(assembler -> assembler.assemble(detector, images, masks));
    }

    /** Returns the assembler with its contract around it. */
    default AmplifierAssembler checkedAssembler() {
        return new AmplifierAssemblerContract(assembler(), new Contract("the assembler"));
    }

    @Test
    default void sceneComesBackFromItsAmplifiers() {
        Image scene = Images.of(12, 8, (x, y) -> 24 * (100 * y + x)); // whole in ADU for any gain
        Detector detector = RawData.quadrants(12, 8);
        List<Image> images = new ArrayList<>();
        List<Mask> masks = new ArrayList<>();
        for (Amplifier amplifier : detector.amplifiers()) {
            images.add(readOut(scene, amplifier));
            Box box = amplifier.detectorBox();
            masks.add(Mask.clear(box.width(), box.height()));
        }
        assertEquals(MaskedImage.of(scene), checkedAssembler().assemble(detector, images, masks));
    }

    @Test
    default void marksMoveWithTheirPixels() {
        Detector detector = RawData.quadrants(12, 8);
        List<Image> images = new ArrayList<>();
        List<Mask> masks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            images.add(Images.impulse(6, 4, 1, 2, 10));
            int[] bits = new int[24];
            bits[2 * 6 + 1] = MaskPlanes.STANDARD.bits(MaskPlanes.SAT);
            masks.add(Mask.wrap(6, 4, MaskPlanes.STANDARD, bits));
        }
        MaskedImage result = checkedAssembler().assemble(detector, images, masks);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(
                        result.science().get(x, y) > 0,
                        result.mask().get(x, y) != 0,
                        "pixel " + x + ", " + y);
            }
        }
        assertEquals(4, result.mask().count(MaskPlanes.SAT));
    }

    @Test
    default void pixelOfNoAmplifierIsMarked() {
        Detector detector =
                RawData.detector(5, 2, List.of(RawData.amplifier("A", new Box(1, 0, 3, 2))));
        MaskedImage result = checkedAssembler()
                .assemble(detector, List.of(Images.constant(3, 2, 7)), List.of(Mask.clear(3, 2)));
        assertEquals(4, result.mask().count(MaskPlanes.NO_DATA));
        assertEquals(Float.NaN, result.science().get(0, 1));
        assertEquals((float) (7 * RawData.GAIN), result.science().get(1, 1));
    }

    @Test
    default void amplifierBeyondTheDetectorIsRefused() {
        Detector detector =
                RawData.detector(5, 2, List.of(RawData.amplifier("left", new Box(3, 0, 3, 2))));
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedAssembler()
                        .assemble(
                                detector,
                                List.of(Images.constant(3, 2, 7)),
                                List.of(Mask.clear(3, 2))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertTrue(e.getMessage().contains("'left'"), e.getMessage());
    }

    @Test
    default void dataOfAnotherSizeAreRefused() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedAssembler()
                        .assemble(
                                RawData.detector(5, 2),
                                List.of(Images.constant(4, 2, 7)),
                                List.of(Mask.clear(4, 2))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
    }

    /** Does the opposite: what an amplifier reads, in ADU, of a scene in electrons. */
    private static Image readOut(Image scene, Amplifier amplifier) {
        Box box = amplifier.detectorBox();
        return Images.of(
                box.width(),
                box.height(),
                (x, y) -> scene.get(
                                amplifier.flipX() ? box.endX() - 1 - x : box.x() + x,
                                amplifier.flipY() ? box.endY() - 1 - y : box.y() + y)
                        / amplifier.gain());
    }
}
