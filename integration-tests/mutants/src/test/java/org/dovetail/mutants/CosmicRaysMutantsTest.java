package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.cosmicrays.LaplacianRejector;
import org.dovetail.plugin.cosmicrays.NoRejector;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.role.repair.CosmicRayRejectorContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.repair.CosmicRayRejectorTests;
import org.dovetail.testkit.repair.CosmicRaySearchTests;

class CosmicRaysMutantsTest implements RoleMutants<CosmicRayRejector> {

    private static final MaskedImage SKY = Images.marked(
            hit(
                    hit(Skies.seeded(1).size(64, 64).stars(2).build().image(), 5, 6, 1e5),
                    20,
                    21,
                    Double.NaN),
            MaskPlanes.BAD,
            5,
            6);

    static class Kit implements CosmicRaySearchTests {

        @Override
        public CosmicRayRejector rejector() {
            return Subject.get();
        }
    }

    static class NoneKit implements CosmicRayRejectorTests {

        @Override
        public CosmicRayRejector rejector() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<CosmicRayRejector> table() {
        return MutantTable.of(CosmicRayRejector.class, CosmicRayRejectorContract::new)
                .right(() -> new LaplacianRejector(
                        Configs.of(LaplacianRejector.Config.class, "iterations", 4)))
                .kit(Kit.class)
                .mayBeNone(
                        NoRejector::new,
                        NoneKit.class,
                        "For short exposures, or where several will be combined: the marks stay.")
                .call(rejector -> rejector.find(SKY))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops older marks",
                        right -> image -> right.find(unmarked(image)),
                        statement("pixel 5, 6 had other marks changed"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "marks pixels without data",
                        right -> image -> right.find(unmarked(image)).or(image.mask()),
                        statement("pixel 5, 6 had other marks changed, or no data"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "takes the variance for a standard deviation",
                        right -> image -> right.find(image.withVariance(
                                Rewrite.values(v -> v * v).apply(image.variance()))),
                        tests("hitsAreFound"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the mask has 63 x 64 pixels, the image 64 x 64"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .mutant(
                        Flaw.LEAKS_NAN,
                        "finds rays where there is no value",
                        right -> image -> Images.marked(
                                        image.withMask(right.find(image)), MaskPlanes.CR, 20, 21)
                                .mask(),
                        statement("pixel 20, 21 had other marks changed, or no data"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "marks the next column",
                        right -> image -> Rewrite.shifted()
                                .apply(right.find(unmarked(image)))
                                .or(image.mask()),
                        tests("hitsAreFound", "valuesOfPixelsWithoutDataAreNotLookedAt"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static MaskedImage hit(MaskedImage image, int x, int y, double value) {
        return image.withScience(Images.with(image.science(), x, y, value));
    }

    private static MaskedImage unmarked(MaskedImage image) {
        return image.withMask(Mask.clear(image.width(), image.height()));
    }
}
