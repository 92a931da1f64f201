package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.isr.FlatDivision;
import org.dovetail.role.isr.FlatCorrector;
import org.dovetail.role.isr.FlatCorrectorContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.FlatCorrectorTests;
import org.dovetail.testkit.isr.RawData;

class FlatMutantsTest implements RoleMutants<FlatCorrector> {

    private static final MaskedImage IMAGE =
            Images.marked(MaskedImage.of(Images.noise(1, 5, 4, 1000, 30)), MaskPlanes.SAT, 0, 0);
    private static final CalibrationFrame FRAME = RawData.flat(
            Images.marked(MaskedImage.of(Images.noise(2, 5, 4, 1, 0.1)), MaskPlanes.BAD, 3, 2));

    static class Kit implements FlatCorrectorTests {

        @Override
        public FlatCorrector corrector() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<FlatCorrector> table() {
        return MutantTable.of(FlatCorrector.class, FlatCorrectorContract::new)
                .right(() -> new FlatDivision(Configs.of(FlatDivision.Config.class)))
                .kit(Kit.class)
                .mayNotBeNone(
                        "A step without its frame is left out: the frame is optional, not the algorithm.")
                .call(corrector -> corrector.divide(IMAGE, FRAME))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses bad pixels of the frame",
                        right -> (image, frame) -> right.divide(
                                image, RawData.flat(MaskedImage.of(frame.image().science()))),
                        statement("cannot be used; the pixel must be marked BAD"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops the marks of the image",
                        right -> (image, frame) -> right.divide(
                                image.withMask(Mask.clear(image.width(), image.height())), frame),
                        statement("may only add BAD"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives standard deviations for the variance",
                        right -> (image, frame) -> {
                            MaskedImage result = right.divide(image, frame);
                            return result.withVariance(Rewrite.values(v -> (float) Math.sqrt(v))
                                    .apply(result.variance()));
                        },
                        tests("flatWithNoiseAddsItToTheVariance", "unevenResponseIsEvenedOut"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the image must be 5 x 4, is 4 x 4"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("became NaN at pixel (4, 3)"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "takes the frame a column off",
                        right -> (image, frame) -> right.divide(
                                image, RawData.flat(Rewrite.shifted().apply(frame.image()))),
                        tests("pixelWithoutResponseIsBad", "unevenResponseIsEvenedOut"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }
}
