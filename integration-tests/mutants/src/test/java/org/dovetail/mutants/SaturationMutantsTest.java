package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.Image;
import org.dovetail.image.RawAmplifier;
import org.dovetail.plugin.isr.ThresholdSaturation;
import org.dovetail.role.isr.SaturationMasker;
import org.dovetail.role.isr.SaturationMaskerContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.RawData;
import org.dovetail.testkit.isr.SaturationMaskerTests;

class SaturationMutantsTest implements RoleMutants<SaturationMasker> {

    private static final Image BRIGHT = Images.impulse(4, 3, 1, 2, RawData.SATURATION);

    static class Kit implements SaturationMaskerTests {

        @Override
        public SaturationMasker masker() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<SaturationMasker> table() {
        return MutantTable.of(SaturationMasker.class, SaturationMaskerContract::new)
                .right(() -> new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class)))
                .kit(Kit.class)
                .mayNotBeNone(
                        "Pixels that are saturated would count as good. Where the limits are not known, `threshold` marks none.")
                .call(masker -> masker.mark(read(BRIGHT)))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .excluded(Flaw.IGNORES_MASK, Reasons.NO_MASK)
                .mutant(
                        Flaw.WRONG_UNIT,
                        "compares electrons with ADU",
                        right -> amplifier -> right.mark(with(
                                amplifier,
                                Rewrite.values(v -> (float) (v * RawData.GAIN))
                                        .apply(amplifier.data()))),
                        tests("imageBelowTheLimitsStaysClear"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the mask must be 4 x 3, is 3 x 3"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .mutant(
                        Flaw.LEAKS_NAN,
                        "takes no value for saturated",
                        right -> amplifier -> right.mark(with(
                                amplifier,
                                Rewrite.values(v -> Float.isNaN(v) ? Float.MAX_VALUE : v)
                                        .apply(amplifier.data()))),
                        tests("pixelsWithoutValueAreNotSaturated"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        statement("60000.0 ADU at pixel (1, 2) is not marked SAT"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static RawAmplifier read(Image data) {
        return RawData.withoutOverscan(RawData.amplifier("A", data.box()), data);
    }

    private static RawAmplifier with(RawAmplifier amplifier, Image data) {
        return RawData.withoutOverscan(amplifier.amplifier(), data);
    }
}
