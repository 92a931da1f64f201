package org.dovetail.role.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class CosmicRayRejectorContractTest {

    /** Three pixels: good, marked bad and detected, not a number. */
    private static final MaskedImage IMAGE = new MaskedImage(
            Image.wrap(3, 1, new float[] {1, 2, Float.NaN}),
            mask(0, MaskPlanes.STANDARD.bits("BAD", "DETECTED"), 0),
            Image.constant(3, 1, 1));

    private static Mask mask(int... bits) {
        return Mask.wrap(bits.length, 1, MaskPlanes.STANDARD, bits);
    }

    private static int bit(String... planes) {
        return MaskPlanes.STANDARD.bits(planes);
    }

    private static Mask call(CosmicRayRejector real, MaskedImage image) {
        return new CosmicRayRejectorContract(real, new Contract("cosmic-rays (fake)")).find(image);
    }

    private static void blamed(String who, CosmicRayRejector real, MaskedImage image) {
        TaskException e = assertThrows(TaskException.class, () -> call(real, image));
        assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
        assertTrue(e.getMessage().startsWith(who), e.getMessage());
    }

    @Test
    void addedRayIsFine() {
        Mask marks = mask(bit("CR"), bit("BAD", "DETECTED"), 0);
        assertEquals(marks, call(image -> marks, IMAGE));
        assertEquals(IMAGE.mask(), call(MaskedImage::mask, IMAGE));
    }

    @Test
    void otherChangesAreTheAlgorithmsFault() {
        String fake = "cosmic-rays (fake)";
        int bad = bit("BAD", "DETECTED");
        blamed(fake, image -> mask(0, bit("BAD"), 0), IMAGE); // lost a mark
        blamed(fake, image -> mask(bit("CR", "SAT"), bad, 0), IMAGE);
        blamed(fake, image -> mask(0, bad | bit("CR"), 0), IMAGE); // no data
        blamed(fake, image -> mask(0, bad, bit("CR")), IMAGE); // not finite
        blamed(fake, image -> mask(0, bad), IMAGE); // of another size
        MaskPlanes more = MaskPlanes.STANDARD.with("OTHER");
        blamed(fake, image -> Mask.wrap(3, 1, more, new int[] {0, bad, 0}), IMAGE);
    }

    @Test
    void undeclaredFailureIsTheAlgorithmsFault() {
        CosmicRayRejector failing = image -> {
            throw new TaskException(ErrorCode.NO_WORK, "nothing to do");
        };
        blamed("cosmic-rays (fake)", failing, IMAGE);
        CosmicRayRejector declared = image -> {
            throw new TaskException(ErrorCode.INCOMPLETE_INPUT, "no variance");
        };
        TaskException e = assertThrows(TaskException.class, () -> call(declared, IMAGE));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
    }

    @Test
    void negativeVarianceAndMissingPlaneAreTheCallersFault() {
        blamed("the caller", MaskedImage::mask, IMAGE.withVariance(Image.constant(3, 1, -1)));
        MaskPlanes few = new MaskPlanes(List.of("BAD", "SAT", "NO_DATA"));
        blamed("the caller", MaskedImage::mask, IMAGE.withMask(Mask.wrap(3, 1, few, new int[3])));
    }
}
