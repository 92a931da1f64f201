package org.dovetail.testkit.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link CosmicRayRejector} must do that looks for cosmic rays. */
public interface CosmicRaySearchTests
        extends CosmicRayRejectorTests, InterruptibleTests<CosmicRayRejector> {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void hitsAreFound(long seed) {
        MaskedImage hit = Skies.seeded(seed).stars(0).build().image();
        Random random = new Random(seed);
        int[] xs = random.ints(30, 3, 253).toArray();
        int[] ys = random.ints(30, 3, 253).toArray();
        for (int i = 0; i < xs.length; i++) {
            hit = hit.withScience(Images.with(hit.science(), xs[i], ys[i], 2500)); // 45 sigma
        }
        Mask marks = checked().find(hit);
        int bit = marks.planes().bits(MaskPlanes.CR);
        for (int i = 0; i < xs.length; i++) {
            assertTrue((marks.get(xs[i], ys[i]) & bit) != 0, xs[i] + ", " + ys[i]);
        }
    }

    @Test
    default void unknownNoiseIsRefused() {
        MaskedImage image = MaskedImage.of(Images.noise(1, 64, 64, 100, 10));
        TaskException e = assertThrows(TaskException.class, () -> checked().find(image));
        assertEquals(ErrorCode.INCOMPLETE_INPUT, e.code());
    }
}
