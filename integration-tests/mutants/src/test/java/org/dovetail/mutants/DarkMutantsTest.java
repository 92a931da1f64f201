package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.isr.ScaledDark;
import org.dovetail.role.isr.DarkCorrector;
import org.dovetail.role.isr.DarkCorrectorContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.DarkCorrectorTests;
import org.dovetail.testkit.isr.RawData;

class DarkMutantsTest implements RoleMutants<DarkCorrector> {

    private static final MaskedImage IMAGE =
            Images.marked(MaskedImage.of(Images.noise(1, 5, 4, 1000, 30)), MaskPlanes.SAT, 0, 0);
    private static final CalibrationFrame FRAME = RawData.dark(
            Images.marked(MaskedImage.of(Images.noise(2, 5, 4, 1, 0.1)), MaskPlanes.BAD, 3, 2));

    static class Kit implements DarkCorrectorTests {

        @Override
        public DarkCorrector corrector() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<DarkCorrector> table() {
        return MutantTable.of(DarkCorrector.class, DarkCorrectorContract::new)
                .right(ScaledDark::new)
                .kit(Kit.class)
                .mayNotBeNone(
                        "A step without its frame is left out: the frame is optional, not the algorithm.")
                .call(corrector -> corrector.subtract(IMAGE, FRAME, 20))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses bad pixels of the frame",
                        right -> (image, frame, seconds) -> right.subtract(
                                image,
                                RawData.dark(MaskedImage.of(frame.image().science())),
                                seconds),
                        statement("cannot be used; the pixel must be marked BAD"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops the marks of the image",
                        right -> (image, frame, seconds) -> right.subtract(
                                image.withMask(Mask.clear(image.width(), image.height())),
                                frame,
                                seconds),
                        statement("may only add BAD"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "takes seconds for minutes",
                        right -> (image, frame, seconds) ->
                                right.subtract(image, frame, seconds / 60),
                        tests("darkIsSubtractedInProportionToTime"))
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
                        right -> (image, frame, seconds) -> right.subtract(
                                image,
                                RawData.dark(Rewrite.shifted().apply(frame.image())),
                                seconds),
                        tests("darkIsSubtractedInProportionToTime", "pixelWithoutDarkIsBad"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }
}
