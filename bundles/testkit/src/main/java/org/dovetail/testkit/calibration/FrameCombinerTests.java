package org.dovetail.testkit.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.role.calibration.FrameCombinerContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link FrameCombiner} must do. */
public interface FrameCombinerTests extends InterruptibleTests<FrameCombiner> {

    /** Returns the combiner to test. */
    FrameCombiner combiner();

    @Override
    default FrameCombiner algorithm() {
        return combiner();
    }

    @Override
    default List<Call<FrameCombiner>> calls() {
        return List.of(
                Call.of(combiner -> combiner.combine(noise(5, 100, 5))),
                Call.of(combiner -> combiner.combine(noise(4, 200, 9))),
                Call.of(combiner -> combiner.combine(List.of(
                        MaskedImage.of(Images.row(1, 2)), MaskedImage.of(Images.row(3, 4))))));
    }

    /** Returns the combiner with its contract around it. */
    default FrameCombiner checkedCombiner() {
        return new FrameCombinerContract(combiner(), new Contract("the combiner"));
    }

    @Test
    default void equalFramesGiveThemselves() {
        Image image = Images.noise(1, 9, 7, 100, 10);
        MaskedImage result =
                checkedCombiner().combine(Collections.nCopies(5, MaskedImage.of(image)));
        assertEquals(image, result.science());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 20})
    default void orderDoesNotMatter(int frames) {
        List<MaskedImage> stack = new ArrayList<>(noise(frames, 100, 5));
        stack.add(Images.marked(noise(1, 120, 30).get(0), MaskPlanes.CR, 2, 3));
        MaskedImage expected = checkedCombiner().combine(stack);
        for (long seed = 1; seed <= 5; seed++) {
            Collections.shuffle(stack, new Random(seed));
            assertEquals(expected, checkedCombiner().combine(stack), "shuffled with " + seed);
        }
    }

    @Test
    default void cosmicRayInOneFrameIsRejected() {
        List<MaskedImage> stack = new ArrayList<>(noise(9, 100, 5));
        double clean = checkedCombiner().combine(stack).science().get(10, 10);
        stack.set(4, withValue(stack.get(4), 10, 10, 30_000));
        double hit = checkedCombiner().combine(stack).science().get(10, 10);
        assertEquals(clean, hit, 5); // a value less, or a place in the order
    }

    @ParameterizedTest
    @ValueSource(strings = {MaskPlanes.BAD, MaskPlanes.NO_DATA, MaskPlanes.SAT, MaskPlanes.CR})
    default void markedValuesAreLeftOut(String plane) {
        List<MaskedImage> stack = List.of(
                Images.marked(MaskedImage.of(Images.row(5000, 3)), plane, 0, 0),
                MaskedImage.of(Images.row(2, 3)),
                MaskedImage.of(Images.row(2, 3)));
        MaskedImage result = checkedCombiner().combine(stack);
        assertEquals(Images.row(2, 3), result.science());
        assertEquals(Mask.clear(2, 1), result.mask());
    }

    @Test
    default void otherMarksDoNotLeaveAValueOut() {
        List<MaskedImage> stack = List.of(
                Images.marked(MaskedImage.of(Images.row(4)), MaskPlanes.SUSPECT, 0, 0),
                MaskedImage.of(Images.row(2)));
        MaskedImage result = checkedCombiner().combine(stack);
        assertEquals(Images.row(3), result.science());
        assertEquals(0, result.mask().get(0, 0));
    }

    @Test
    default void markOfEveryFrameIsKept() {
        MaskedImage dead = Images.marked(MaskedImage.of(Images.row(4, 5)), MaskPlanes.BAD, 0, 0);
        MaskedImage result = checkedCombiner().combine(List.of(dead, dead));
        assertEquals(
                MaskPlanes.STANDARD.bits(MaskPlanes.BAD, MaskPlanes.NO_DATA),
                result.mask().get(0, 0));
        assertEquals(Float.NaN, result.science().get(0, 0));
        assertEquals(5, result.science().get(1, 0));
    }

    @Test
    default void valuesThatAreNotFiniteAreLeftOut() {
        List<MaskedImage> stack = List.of(
                MaskedImage.of(Images.row(Double.NaN, Double.NEGATIVE_INFINITY, Double.NaN)),
                MaskedImage.of(Images.row(2, 7, Double.POSITIVE_INFINITY)));
        MaskedImage result = checkedCombiner().combine(stack);
        assertEquals(Images.row(2, 7, Double.NaN), result.science());
        assertEquals(1, result.mask().count(MaskPlanes.NO_DATA));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 15})
    default void varianceIsThatOfTheResult(int frames) {
        MaskedImage result = checkedCombiner().combine(noise(frames, 100, 5));
        double sum = 0;
        double variance = 0;
        for (int y = 0; y < result.height(); y++) {
            for (int x = 0; x < result.width(); x++) {
                sum += Math.pow(result.science().get(x, y) - 100, 2);
                variance += result.variance().get(x, y);
            }
        }
        // 4096 pixels know their scatter to 2.2 %; approximations and clipping may take the rest
        assertEquals(1, variance / sum, 0.09);
    }

    @Test
    default void noFramesAreRefused() {
        assertThrows(RuntimeException.class, () -> combiner().combine(List.of()));
    }

    @Test
    default void framesOfDifferentSizesAreRefused() {
        List<MaskedImage> stack = List.of(
                MaskedImage.of(Images.constant(2, 3, 1)), MaskedImage.of(Images.constant(3, 2, 1)));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> combiner().combine(stack));
        assertTrue(e.getMessage().contains("2 x 3"), e.getMessage());
    }

    private static List<MaskedImage> noise(int frames, double level, double scatter) {
        Image variance = Images.constant(64, 64, scatter * scatter);
        return IntStream.range(0, frames)
                .mapToObj(i -> MaskedImage.of(Images.noise(100 + i, 64, 64, level, scatter))
                        .withVariance(variance))
                .toList();
    }

    private static MaskedImage withValue(MaskedImage image, int x, int y, double value) {
        return image.withScience(Images.with(image.science(), x, y, value));
    }
}
