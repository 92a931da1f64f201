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

class InterpolatorContractTest {

    private static final int BAD = MaskPlanes.STANDARD.bits("BAD");
    private static final int INTRP = MaskPlanes.STANDARD.bits("INTRP");
    private static final int NO_DATA = MaskPlanes.STANDARD.bits("NO_DATA");

    /** A good pixel and a bad one. */
    private static final MaskedImage IMAGE = image(7, Float.NaN, 0, BAD);

    private static MaskedImage image(float good, float bad, int... bits) {
        return new MaskedImage(
                Image.wrap(2, 1, new float[] {good, bad}),
                Mask.wrap(2, 1, MaskPlanes.STANDARD, bits),
                Image.constant(2, 1, 4));
    }

    private static MaskedImage call(MaskedImage result, List<String> planes) {
        return new InterpolatorContract((image, names) -> result, new Contract("fake"))
                .interpolate(IMAGE, planes);
    }

    private static void blamed(String who, MaskedImage result, String... planes) {
        TaskException e = assertThrows(TaskException.class, () -> call(result, List.of(planes)));
        assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
        assertTrue(e.getMessage().startsWith(who), e.getMessage());
    }

    @Test
    void filledPixelIsInterpolatedOrWithoutData() {
        MaskedImage filled = image(7, 7, 0, BAD | INTRP);
        assertEquals(filled, call(filled, List.of("BAD")));
        call(image(7, 7, 0, BAD | NO_DATA), List.of("BAD"));
        assertEquals(IMAGE, call(IMAGE, List.of("CR")));
    }

    @Test
    void whatIsNotFilledOrChangedIsTheAlgorithmsFault() {
        blamed("fake", IMAGE, "BAD"); // nothing done
        blamed("fake", image(7, Float.NaN, 0, BAD | INTRP), "BAD");
        blamed("fake", image(7, 0, 0, BAD | NO_DATA), "BAD"); // no donor is 0
        blamed("fake", image(7, 7, 0, BAD), "BAD"); // not marked
        blamed("fake", image(7, 7, 0, INTRP), "BAD"); // mark lost
        blamed("fake", image(8, 7, 0, BAD | INTRP), "BAD"); // good pixel changed
        blamed("fake", image(7, 7, INTRP, BAD | INTRP), "BAD");
        MaskedImage filled = image(7, 7, 0, BAD | INTRP);
        blamed("fake", filled.withVariance(Image.wrap(2, 1, new float[] {4, -1})), "BAD");
        blamed("fake", filled.withVariance(Image.wrap(2, 1, new float[] {5, 4})), "BAD");
    }

    @Test
    void unknownPlaneIsTheCallersFault() {
        blamed("the caller", IMAGE, "TYPO");
    }
}
