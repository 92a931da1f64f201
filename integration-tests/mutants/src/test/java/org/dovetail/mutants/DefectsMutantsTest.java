package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;

import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.isr.DefectBoxes;
import org.dovetail.role.isr.DefectMasker;
import org.dovetail.role.isr.DefectMaskerContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.DefectMaskerTests;
import org.dovetail.testkit.isr.RawData;

class DefectsMutantsTest implements RoleMutants<DefectMasker> {

    private static final Detector DETECTOR = RawData.detector(6, 5, new Box(2, 1, 1, 3));
    private static final MaskedImage IMAGE = Images.marked(
            MaskedImage.of(Images.with(Images.constant(6, 5, 1), 5, 0, Double.NaN)),
            MaskPlanes.SAT,
            0,
            0);

    static class Kit implements DefectMaskerTests {

        @Override
        public DefectMasker masker() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<DefectMasker> table() {
        return MutantTable.of(DefectMasker.class, DefectMaskerContract::new)
                .right(DefectBoxes::new)
                .kit(Kit.class)
                .mayNotBeNone("Pixels without a value must be marked, whatever the detector.")
                .call(masker -> masker.mark(IMAGE, DETECTOR))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops older marks",
                        right -> (image, detector) ->
                                right.mark(MaskedImage.of(image.science()), detector),
                        statement("may only add BAD, NO_DATA"))
                .excluded(Flaw.WRONG_UNIT, Reasons.MARKS_ONLY)
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the mask must be 6 x 5, is 5 x 5"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .mutant(
                        Flaw.LEAKS_NAN,
                        "marks no pixel without a value",
                        right -> (image, detector) -> right.mark(
                                image.withScience(
                                        Images.constant(image.width(), image.height(), 1)),
                                detector),
                        statement("pixel (5, 0) has no value and no mark NO_DATA"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "counts the columns of defects from one",
                        right -> (image, detector) -> right.mark(image, moved(detector)),
                        statement("must be marked BAD"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static Detector moved(Detector detector) {
        Box[] boxes = detector.defects().stream()
                .map(box -> new Box(box.x() + 1, box.y(), box.width(), box.height()))
                .toArray(Box[]::new);
        return RawData.detector(detector.width(), detector.height(), boxes);
    }
}
