package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.isr.BiasSubtraction;
import org.dovetail.role.isr.BiasCorrector;
import org.dovetail.role.isr.BiasCorrectorContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.BiasCorrectorTests;
import org.dovetail.testkit.isr.RawData;

class BiasMutantsTest implements RoleMutants<BiasCorrector> {

    private static final MaskedImage IMAGE =
            Images.marked(MaskedImage.of(Images.noise(1, 5, 4, 1000, 30)), MaskPlanes.SAT, 0, 0);
    private static final CalibrationFrame FRAME = RawData.bias(
            Images.marked(MaskedImage.of(Images.noise(2, 5, 4, 1, 0.1)), MaskPlanes.BAD, 3, 2));

    static class Kit implements BiasCorrectorTests {

        @Override
        public BiasCorrector corrector() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<BiasCorrector> table() {
        return MutantTable.of(BiasCorrector.class, BiasCorrectorContract::new)
                .right(BiasSubtraction::new)
                .kit(Kit.class)
                .mayNotBeNone(
                        "A step without its frame is left out: the frame is optional, not the algorithm.")
                .call(corrector -> corrector.subtract(IMAGE, FRAME))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses bad pixels of the frame",
                        right -> (image, frame) -> right.subtract(
                                image, RawData.bias(MaskedImage.of(frame.image().science()))),
                        statement("cannot be used; the pixel must be marked BAD"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops the marks of the image",
                        right -> (image, frame) -> right.subtract(
                                image.withMask(Mask.clear(image.width(), image.height())), frame),
                        statement("may only add BAD"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives ADU",
                        right -> (image, frame) -> {
                            MaskedImage result = right.subtract(image, frame);
                            return result.withScience(
                                    Rewrite.values(v -> v / 2).apply(result.science()));
                        },
                        tests("biasIsSubtractedAndItsVarianceAdded"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "takes the variance for a standard deviation",
                        right -> (image, frame) -> {
                            MaskedImage result = right.subtract(image, frame);
                            return result.withVariance(
                                    Rewrite.values(v -> v * v).apply(result.variance()));
                        },
                        tests("biasIsSubtractedAndItsVarianceAdded"))
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
                        right -> (image, frame) -> right.subtract(
                                image, RawData.bias(Rewrite.shifted().apply(frame.image()))),
                        tests("biasIsSubtractedAndItsVarianceAdded", "pixelWithoutBiasIsBad"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }
}
