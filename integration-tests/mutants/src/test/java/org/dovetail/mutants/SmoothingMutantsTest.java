package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.Image;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.plugin.smoothing.NoSmoother;
import org.dovetail.role.smoothing.Smoother;
import org.dovetail.role.smoothing.SmootherContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.smoothing.FilterTests;
import org.dovetail.testkit.smoothing.SmootherTests;

class SmoothingMutantsTest implements RoleMutants<Smoother> {

    private static final Image IMAGE = Images.with(Images.noise(1, 30, 20, 5, 1), 3, 4, Double.NaN);

    static class Kit implements FilterTests {

        @Override
        public Smoother smoother() {
            return Subject.get();
        }
    }

    static class NoneKit implements SmootherTests {

        @Override
        public Smoother smoother() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<Smoother> table() {
        return MutantTable.of(Smoother.class, SmootherContract::new)
                .right(() -> new GaussianSmoother(
                        Configs.of(GaussianSmoother.Config.class, "fwhm", 3.0, "radius", 4)))
                .kit(Kit.class)
                .mayBeNone(
                        NoSmoother::new,
                        NoneKit.class,
                        "To detect in the image itself: the values stay, and infinite ones are NaN.")
                .call(smoother -> smoother.smooth(IMAGE))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .excluded(Flaw.IGNORES_MASK, Reasons.NO_MASK)
                .fault(
                        Flaw.WRONG_UNIT,
                        "has weights with a sum of 2",
                        () -> Faults.rewrites(Rewrite.values(v -> 2 * v)),
                        tests("constantStaysInside", "fluxOfAnImpulseIsKeptAndSymmetric"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("it made 29 x 20 pixels of 30 x 20"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("at (29, 19) it made NaN of"))
                .fault(
                        Flaw.LEAKS_NAN,
                        "makes a number of a hole",
                        () -> Faults.rewrites(Rewrite.values(v -> Float.isNaN(v) ? 0 : v)),
                        statement("at (3, 4) it made 0.0 of NaN"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        tests(
                                "fluxOfAnImpulseIsKeptAndSymmetric",
                                "holeCountsAsZeroAndStaysAHole",
                                "outsideIsZero"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }
}
