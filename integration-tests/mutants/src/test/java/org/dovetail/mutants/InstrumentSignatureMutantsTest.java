package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.function.UnaryOperator;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Exposure;
import org.dovetail.image.Header;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.isr.InstrumentSignatureRemoverContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.InstrumentSignatureRemoverTests;
import org.dovetail.testkit.isr.RawData;

class InstrumentSignatureMutantsTest implements RoleMutants<InstrumentSignatureRemover> {

    private static final RawExposure RAW = RawData.exposure(
            "r1", 100, Images.noise(1, 16, 12, 1500, 20), Images.constant(6, 12, 1000));

    static class Kit implements InstrumentSignatureRemoverTests {

        @Override
        public InstrumentSignatureRemover remover() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<InstrumentSignatureRemover> table() {
        return MutantTable.of(
                        InstrumentSignatureRemover.class, InstrumentSignatureRemoverContract::new)
                .right(Trees::isr)
                .kit(Kit.class)
                .mayNotBeNone("There is no image in electrons without it.")
                .call(remover -> remover.remove(RAW, Calibrations.NONE))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses bad pixels of the flat field",
                        right -> (raw, calibrations) -> right.remove(
                                raw,
                                new Calibrations(
                                        calibrations.bias(),
                                        calibrations.dark(),
                                        calibrations
                                                .flat()
                                                .map(flat -> new CalibrationFrame(
                                                        flat.kind(),
                                                        MaskedImage.of(
                                                                flat.image().science()),
                                                        flat.unit(),
                                                        flat.frames(),
                                                        flat.info(),
                                                        flat.header())))),
                        tests("pixelThatCannotBeCalibratedIsBad"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "says ADU",
                        after(made -> remade(made, PixelUnit.ADU, made.header())),
                        statement("the unit must be electron, is ADU"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives ADU",
                        after(made -> made.withImage(made.image()
                                .withScience(Rewrite.values(v -> v / 2)
                                        .apply(made.image().science())))),
                        tests("biasInAduIsConvertedWithTheGain", "sceneComesBackFromRawData"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the mask must be 16 x 12, is 15 x 12"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "writes no cards",
                        after(made -> remade(made, made.unit(), Header.EMPTY)),
                        tests(
                                "measuredReadNoiseIsReportedInElectrons",
                                "pixelThatCannotBeCalibratedIsBad",
                                "saturatedPixelIsMarkedAndCounted"))
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("variance must be >= 0, is NaN at pixel (15, 11)"))
                .mutant(
                        Flaw.LEAKS_NAN,
                        "has a hole without a mark",
                        after(made -> made.withImage(made.image()
                                .withScience(
                                        Images.with(made.image().science(), 3, 2, Double.NaN)))),
                        statement("pixel (3, 2) has no value and no mark NO_DATA"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        tests(
                                "pixelThatCannotBeCalibratedIsBad",
                                "pixelsWithoutValueAreMarked",
                                "sceneComesBackFromRawData"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static UnaryOperator<InstrumentSignatureRemover> after(UnaryOperator<Exposure> spoil) {
        return right -> (raw, calibrations) -> spoil.apply(right.remove(raw, calibrations));
    }

    private static Exposure remade(Exposure made, PixelUnit unit, Header header) {
        return new Exposure(made.image(), unit, made.detector(), made.info(), header, made.wcs());
    }
}
