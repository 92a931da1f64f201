package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.combination.ClippedMean;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.role.calibration.FrameCombinerContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.calibration.FrameCombinerTests;

class CombinationMutantsTest implements RoleMutants<FrameCombiner> {

    private static final List<MaskedImage> FRAMES =
            IntStream.range(0, 4).mapToObj(CombinationMutantsTest::frame).toList();

    static class Kit implements FrameCombinerTests {

        @Override
        public FrameCombiner combiner() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<FrameCombiner> table() {
        return MutantTable.of(FrameCombiner.class, FrameCombinerContract::new)
                .right(() -> new ClippedMean(Configs.of(ClippedMean.Config.class)))
                .kit(Kit.class)
                .mayNotBeNone("Many frames must become one.")
                .call(combiner -> combiner.combine(new ArrayList<>(FRAMES)))
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "takes a frame off the list",
                        right -> frames -> {
                            MaskedImage result = right.combine(frames);
                            frames.remove(0);
                            return result;
                        },
                        statement("the frames were changed"))
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "sorts the list",
                        right -> frames -> {
                            MaskedImage result = right.combine(frames);
                            Collections.reverse(frames);
                            return result;
                        },
                        statement("the frames were changed"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses bad pixels",
                        right -> frames -> right.combine(frames.stream()
                                .map(frame ->
                                        frame.withMask(Mask.clear(frame.width(), frame.height())))
                                .toList()),
                        statement("pixel (2, 3) must be from"),
                        combiner -> combiner.combine(FRAMES.subList(0, 2)))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops the marks of every frame",
                        right -> frames -> {
                            MaskedImage result = right.combine(frames);
                            return result.withMask(noBad(result.mask()));
                        },
                        tests("markOfEveryFrameIsKept"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "adds for taking the mean",
                        right -> frames -> {
                            MaskedImage result = right.combine(frames);
                            return result.withScience(
                                    Rewrite.values(v -> v * frames.size()).apply(result.science()));
                        },
                        statement("pixel (0, 0) must be from"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives the standard deviation for the variance",
                        right -> frames -> {
                            MaskedImage result = right.combine(frames);
                            return result.withVariance(Rewrite.values(v -> (float) Math.sqrt(v))
                                    .apply(result.variance()));
                        },
                        tests("varianceIsThatOfTheResult"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("size and planes must be those of the frames"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("pixel (5, 4) must be from"))
                .mutant(
                        Flaw.LEAKS_NAN,
                        "gives no variance",
                        right -> frames -> {
                            MaskedImage result = right.combine(frames);
                            return result.withVariance(
                                    Images.constant(result.width(), result.height(), Double.NaN));
                        },
                        statement("variance at pixel (0, 0) must be >= 0, is NaN"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        statement("must be from"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    /** Noise on a slope, with a bad pixel in the first frame. */
    private static MaskedImage frame(int i) {
        Image noise = Images.noise(i, 6, 5, 100, 1);
        Image slope = Images.of(6, 5, (x, y) -> noise.get(x, y) + 50 * x);
        MaskedImage frame = MaskedImage.of(slope);
        return i > 0
                ? frame
                : Images.marked(
                        frame.withScience(Images.with(slope, 2, 3, 9000)), MaskPlanes.BAD, 2, 3);
    }

    private static Mask noBad(Mask mask) {
        int[] marks = mask.toArray();
        for (int i = 0; i < marks.length; i++) {
            marks[i] &= ~mask.planes().bits(MaskPlanes.BAD);
        }
        return Mask.wrap(mask.width(), mask.height(), mask.planes(), marks);
    }
}
