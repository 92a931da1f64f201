package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.function.UnaryOperator;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.background.mesh.MeshBackground;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.background.BackgroundEstimatorContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.background.BackgroundEstimatorTests;

class BackgroundMutantsTest implements RoleMutants<BackgroundEstimator> {

    private static final MaskedImage SKY = Skies.seeded(1).slope(0.1).build().image();

    static class Kit implements BackgroundEstimatorTests {

        @Override
        public BackgroundEstimator estimator() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<BackgroundEstimator> table() {
        return MutantTable.of(BackgroundEstimator.class, BackgroundEstimatorContract::new)
                .right(() -> new MeshBackground(Configs.of(MeshBackground.Config.class)))
                .kit(Kit.class)
                .mayNotBeNone(
                        "Detection needs the scatter of the sky; the plainest is `polynomial` of order 0.")
                .call(estimator -> estimator.estimate(SKY))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .buffers()
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses pixels without data",
                        right -> image -> right.estimate(
                                image.withMask(Mask.clear(image.width(), image.height()))),
                        tests("pixelsWithoutDataHaveNoInfluence"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives the variance for the scatter",
                        after(sky -> new Background(
                                sky.level(),
                                Rewrite.values(v -> v * v).apply(sky.scatter()),
                                sky.meanLevel(),
                                sky.meanScatter())),
                        tests("skyUnderStarsIsFound"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("level is 255 x 256 pixels, the image 256 x 256"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .fault(
                        Flaw.LEAKS_NAN,
                        "has a hole in the level",
                        () -> Faults.rewrites(Rewrite.hole()),
                        statement("level at (255, 255) is NaN"))
                .mutant(
                        Flaw.LEAKS_NAN,
                        "means without a number",
                        after(sky -> new Background(
                                sky.level(), sky.scatter(), sky.meanLevel(), Double.NaN)),
                        statement("mean level and scatter must be finite"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        tests("tiltIsFoundWhereItLies"))
                .memory()
                .interruption()
                .common();
    }

    private static UnaryOperator<BackgroundEstimator> after(UnaryOperator<Background> spoil) {
        return right -> image -> spoil.apply(right.estimate(image));
    }
}
