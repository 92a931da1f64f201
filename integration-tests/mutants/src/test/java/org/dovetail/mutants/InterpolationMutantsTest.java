package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.interpolation.NeighborInterpolator;
import org.dovetail.role.repair.Interpolator;
import org.dovetail.role.repair.InterpolatorContract;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.repair.InterpolatorTests;

class InterpolationMutantsTest implements RoleMutants<Interpolator> {

    private static final MaskedImage IMAGE = Images.marked(
            Images.marked(
                    Images.marked(
                            MaskedImage.of(Images.noise(1, 30, 20, 500, 9))
                                    .withVariance(Images.constant(30, 20, 81)),
                            MaskPlanes.SAT,
                            3,
                            4),
                    MaskPlanes.CR,
                    8,
                    9),
            MaskPlanes.BAD,
            2,
            4);

    static class Kit implements InterpolatorTests {

        @Override
        public Interpolator interpolator() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<Interpolator> table() {
        return MutantTable.of(Interpolator.class, InterpolatorContract::new)
                .right(() ->
                        new NeighborInterpolator(Configs.of(NeighborInterpolator.Config.class)))
                .kit(Kit.class)
                .mayNotBeNone(
                        "It promises a value in every pixel of the planes; to fill nothing, ask for no planes.")
                .call(interpolator -> interpolator.interpolate(
                        IMAGE, new ArrayList<>(List.of(MaskPlanes.SAT, MaskPlanes.CR))))
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "empties the list of planes",
                        right -> (image, planes) -> {
                            MaskedImage result = right.interpolate(image, planes);
                            planes.clear();
                            return result;
                        },
                        statement("the input was changed"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "fills one plane only",
                        right -> (image, planes) -> right.interpolate(image, planes.subList(0, 1)),
                        statement("pixel 8, 9 was not filled or marked"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "takes bad pixels for donors",
                        right -> (image, planes) -> {
                            MaskedImage result = right.interpolate(
                                    image.withMask(only(image.mask(), planes)), planes);
                            return result.withMask(result.mask().or(image.mask()));
                        },
                        tests("unusablePixelsOfOtherPlanesGiveNothing"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives the standard deviation for the variance",
                        right -> (image, planes) -> {
                            MaskedImage result = right.interpolate(image, planes);
                            return result.withVariance(Images.of(
                                    image.width(),
                                    image.height(),
                                    (x, y) -> filled(result, x, y)
                                            ? Math.sqrt(result.variance().get(x, y))
                                            : image.variance().get(x, y)));
                        },
                        tests("filledPixelIsNotBetterKnownThanItsNeighbors"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "fills with twice the value",
                        right -> (image, planes) -> {
                            MaskedImage result = right.interpolate(image, planes);
                            return result.withScience(Images.of(
                                    image.width(),
                                    image.height(),
                                    (x, y) -> (filled(result, x, y) ? 2 : 1)
                                            * result.science().get(x, y)));
                        },
                        statement("pixel 3, 4 was filled with"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the result has 29 x 20 pixels, the image 30 x 20"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .mutant(
                        Flaw.LEAKS_NAN,
                        "leaves a pixel unfilled",
                        right -> (image, planes) -> {
                            MaskedImage result = right.interpolate(image, planes);
                            return result.withScience(
                                    Images.with(result.science(), 3, 4, Double.NaN));
                        },
                        statement("pixel 3, 4 was not filled or marked"))
                .fault(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        () -> Faults.rewrites(Rewrite.shifted()),
                        statement("was changed"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static boolean filled(MaskedImage result, int x, int y) {
        return (result.mask().get(x, y) & result.mask().planes().bits(MaskPlanes.INTRP)) != 0;
    }

    private static Mask only(Mask mask, List<String> planes) {
        int[] marks = mask.toArray();
        for (int i = 0; i < marks.length; i++) {
            marks[i] &= mask.planes().bits(planes);
        }
        return Mask.wrap(mask.width(), mask.height(), mask.planes(), marks);
    }
}
