package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.function.UnaryOperator;
import org.dovetail.image.RawAmplifier;
import org.dovetail.plugin.overscan.MedianOverscan;
import org.dovetail.plugin.overscan.NoOverscan;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanCorrectorContract;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.MeasuredOverscanTests;
import org.dovetail.testkit.isr.OverscanCorrectorTests;
import org.dovetail.testkit.isr.RawData;

class OverscanMutantsTest implements RoleMutants<OverscanCorrector> {

    private static final RawAmplifier READ =
            RawData.read(Images.noise(4, 30, 40, 900, 5), Images.noise(5, 8, 40, 500, 5));

    static class Kit implements MeasuredOverscanTests {

        @Override
        public OverscanCorrector corrector() {
            return Subject.get();
        }
    }

    static class NoneKit implements OverscanCorrectorTests {

        @Override
        public OverscanCorrector corrector() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<OverscanCorrector> table() {
        return MutantTable.of(OverscanCorrector.class, OverscanCorrectorContract::new)
                .right(() -> new MedianOverscan(Configs.of(MedianOverscan.Config.class)))
                .kit(Kit.class)
                .mayBeNone(
                        NoOverscan::new,
                        NoneKit.class,
                        "For detectors whose offset is all in the bias frame: the data stay, the level is 0, the scatter is not known.")
                .call(corrector -> corrector.correct(READ))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .excluded(Flaw.IGNORES_MASK, Reasons.NO_MASK)
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives the variance for the scatter",
                        after(result -> new OverscanResult(
                                result.data(),
                                result.level(),
                                result.scatter() * result.scatter())),
                        tests("scatterIsTheNoiseOfTheOverscan"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives electrons",
                        after(result -> new OverscanResult(
                                Rewrite.values(v -> (float) (v * RawData.GAIN))
                                        .apply(result.data()),
                                result.level(),
                                result.scatter())),
                        tests(
                                "constantOffsetIsTakenAway",
                                "levelIsTheMeanOfWhatWasSubtracted",
                                "valuesThatAreNotFiniteDoNotCount"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("data must be 30 x 40, is 29 x 40"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("became NaN at pixel (29, 39)"))
                .mutant(
                        Flaw.LEAKS_NAN,
                        "gives no level",
                        after(result ->
                                new OverscanResult(result.data(), Double.NaN, result.scatter())),
                        statement("level must be finite, is NaN"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        tests(
                                "constantOffsetIsTakenAway",
                                "levelIsTheMeanOfWhatWasSubtracted",
                                "pixelsWithoutValueStaySo"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static UnaryOperator<OverscanCorrector> after(UnaryOperator<OverscanResult> spoil) {
        return right -> (amplifier) -> spoil.apply(right.correct(amplifier));
    }
}
