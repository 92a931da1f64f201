package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.detection.Labels;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.detection.SourceDetectorContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.detection.SourceDetectorTests;

class DetectionMutantsTest implements RoleMutants<SourceDetector> {

    private static final Skies SKY = Skies.seeded(1).fluxes(20_000, 200_000).build();
    private static final Background BACKGROUND =
            Background.constant(256, 256, SKY.sky(), SKY.noise());
    private static final MaskedImage IMAGE = BACKGROUND.subtractFrom(withHoles(SKY));

    static class Kit implements SourceDetectorTests {

        @Override
        public SourceDetector detector() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<SourceDetector> table() {
        return MutantTable.of(SourceDetector.class, SourceDetectorContract::new)
                .right(Trees::detection)
                .kit(Kit.class)
                .mayNotBeNone(
                        "Without sources there is nothing to measure; an image may have none.")
                .call(detector -> detector.detect(IMAGE, BACKGROUND))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "finds sources where there is no data",
                        right -> (image, background) -> right.detect(
                                image.withMask(Mask.clear(image.width(), image.height())),
                                background),
                        statement("without data"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "takes the scatter for a variance",
                        right -> (image, background) -> right.detect(
                                image,
                                new Background(
                                        background.level(),
                                        background.scatter(),
                                        background.meanLevel(),
                                        Math.sqrt(background.meanScatter()))),
                        tests(
                                "everyBrightStarIsFoundOnceAndNothingElse",
                                "footprintsLieOnTheirStars",
                                "noiseHasFewSources",
                                "pixelWithoutDataIsInNoSourceAndHidesNone"))
                .mutant(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        after(found -> new Detections(
                                Rewrite.cut().apply(found.filtered()),
                                found.labels(),
                                found.footprints(),
                                found.threshold())),
                        statement("the filtered image is 255 x 256 pixels, not 256 x 256"))
                .mutant(
                        Flaw.WRONG_SHAPE,
                        "gives labels of its own",
                        after(found -> new Detections(
                                found.filtered(),
                                Labels.of(256, 256, List.of()),
                                found.footprints(),
                                found.threshold())),
                        statement("the labels do not follow from the footprints"))
                .excluded(Flaw.WRONG_COLUMN, Reasons.NO_TABLE)
                .mutant(
                        Flaw.LEAKS_NAN,
                        "finds sources where there is no value",
                        right -> (image, background) -> right.detect(
                                MaskedImage.of(Rewrite.values(v -> Float.isNaN(v) ? 1e4f : v)
                                        .apply(image.science())),
                                background),
                        statement("without data"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "is a column off",
                        after(DetectionMutantsTest::moved),
                        tests(
                                "footprintsLieOnTheirStars",
                                "pixelWithoutDataIsInNoSourceAndHidesNone",
                                "sourcesAtTheEdgeAndInTheCornerAreFound"))
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    private static UnaryOperator<SourceDetector> after(UnaryOperator<Detections> spoil) {
        return right -> (image, background) -> spoil.apply(right.detect(image, background));
    }

    /** A star has a pixel without data in its middle, another one without a value. */
    private static MaskedImage withHoles(Skies sky) {
        MaskedImage image = sky.image();
        Skies.Star one = sky.stars().get(0);
        Skies.Star other = sky.stars().get(1);
        Image science = Images.with(
                image.science(),
                (int) Math.rint(other.x()),
                (int) Math.rint(other.y()),
                Double.NaN);
        return Images.marked(
                image.withScience(science), MaskPlanes.NO_DATA, (int) Math.rint(one.x()), (int)
                        Math.rint(one.y()));
    }

    /** Moves each footprint to the right by one column, as far as there is one. */
    private static Detections moved(Detections found) {
        int width = found.filtered().width();
        List<Footprint> moved = new ArrayList<>();
        for (Footprint footprint : found.footprints()) {
            int[] spans = new int[3 * footprint.spans()];
            for (int i = 0; i < footprint.spans(); i++) {
                spans[3 * i] = footprint.row(i);
                spans[3 * i + 1] = Math.min(width - 1, footprint.start(i) + 1);
                spans[3 * i + 2] = Math.min(width, footprint.end(i) + 1);
            }
            moved.add(Footprint.wrap(
                    spans, footprint.peakX(), footprint.peakY(), footprint.peakValue()));
        }
        return Detections.of(found.filtered(), moved, found.threshold());
    }
}
