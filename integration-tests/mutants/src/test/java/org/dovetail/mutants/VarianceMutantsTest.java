package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.Image;
import org.dovetail.plugin.isr.PhotonVariance;
import org.dovetail.role.isr.VarianceEstimator;
import org.dovetail.role.isr.VarianceEstimatorContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.RawData;
import org.dovetail.testkit.isr.VarianceEstimatorTests;

class VarianceMutantsTest implements RoleMutants<VarianceEstimator> {

    private static final Image IMAGE = Images.noise(1, 6, 5, 400, 20);

    static class Kit implements VarianceEstimatorTests {

        @Override
        public VarianceEstimator estimator() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<VarianceEstimator> table() {
        return MutantTable.of(VarianceEstimator.class, VarianceEstimatorContract::new)
                .right(PhotonVariance::new)
                .kit(Kit.class)
                .mayNotBeNone(
                        "A variance of 0 says that it is not known, and cosmic rays cannot be told from noise then.")
                .call(estimator -> estimator.estimate(IMAGE, RawData.detector(6, 5)))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .excluded(Flaw.IGNORES_MASK, Reasons.NO_MASK)
                .fault(
                        Flaw.WRONG_UNIT,
                        "gives the standard deviation",
                        () -> Faults.rewrites(Rewrite.values(v -> (float) Math.sqrt(v))),
                        tests(
                                "amplifierHasItsReadNoiseWhereItLies",
                                "brightPixelHasItsVarianceWhereItLies",
                                "darkImageHasTheVarianceOfTheReadNoise",
                                "varianceIsThatOfRepeatedExposures"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the variance must be 6 x 5, is 5 x 5"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .fault(
                        Flaw.LEAKS_NAN,
                        "leaves a hole",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("variance must be >= 0, is NaN at pixel (5, 4)"))
                .fault(
                        Flaw.LEAKS_NAN,
                        "gives an infinite variance",
                        () -> Faults.rewrites(Rewrite.values(v -> Float.POSITIVE_INFINITY)),
                        statement("became Infinity"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        tests(
                                "amplifierHasItsReadNoiseWhereItLies",
                                "brightPixelHasItsVarianceWhereItLies"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }
}
