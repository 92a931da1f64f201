package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.function.UnaryOperator;
import org.dovetail.image.Exposure;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.role.extraction.Extraction;
import org.dovetail.role.extraction.SourceExtractor;
import org.dovetail.role.extraction.SourceExtractorContract;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.extraction.SourceExtractorTests;

class ExtractionMutantsTest implements RoleMutants<SourceExtractor> {

    private static final Exposure SKY = SourceExtractorTests.exposure(Images.marked(
            Skies.seeded(1).size(128, 128).stars(9).build().image(), MaskPlanes.SAT, 3, 4));

    static class Kit implements SourceExtractorTests {

        @Override
        public SourceExtractor extractor() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<SourceExtractor> table() {
        return MutantTable.of(SourceExtractor.class, SourceExtractorContract::new)
                .right(Trees::extraction)
                .kit(Kit.class)
                .mayNotBeNone("It is what is asked for.")
                .call(extractor -> extractor.extract(SKY))
                .excluded(Flaw.CHANGES_INPUT, Reasons.IMMUTABLE)
                .mutant(
                        Flaw.IGNORES_MASK,
                        "drops the marks",
                        right -> exposure ->
                                right.extract(exposure.withImage(unmarked(exposure.image()))),
                        statement("pixel (3, 4) had another mark than DETECTED changed"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "measures pixels without data",
                        right -> exposure -> {
                            Extraction made =
                                    right.extract(exposure.withImage(unmarked(exposure.image())));
                            MaskedImage image = made.exposure().image();
                            return new Extraction(
                                    made.exposure()
                                            .withImage(image.withMask(image.mask()
                                                    .or(exposure.image().mask()))),
                                    made.background(),
                                    made.catalog());
                        },
                        tests("pixelsWithoutDataHaveNoInfluence"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "says ADU",
                        after(made -> new Extraction(
                                inAdu(made.exposure()), made.background(), made.catalog())),
                        statement("the unit changed from ELECTRON to ADU"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives electrons a second",
                        after(made -> new Extraction(
                                made.exposure()
                                        .withImage(made.exposure()
                                                .image()
                                                .withScience(Rewrite.values(v -> v / 30)
                                                        .apply(made.exposure()
                                                                .image()
                                                                .science()))),
                                made.background(),
                                made.catalog())),
                        statement("less its background is"))
                .fault(
                        Flaw.WRONG_SHAPE,
                        "leaves a column out",
                        () -> Faults.rewrites(Rewrite.cut()),
                        statement("the size changed from 128 x 128 to 127 x 128"))
                .mutant(
                        Flaw.WRONG_SHAPE,
                        "loses a source",
                        after(made -> new Extraction(
                                made.exposure(),
                                made.background(),
                                Catalogs.first(
                                        made.catalog(),
                                        Math.max(0, made.catalog().rows() - 1)))),
                        tests("starsOnASlopingSkyAreFoundWhereTheyAre"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "renames the column id",
                        after(made -> new Extraction(
                                made.exposure(),
                                made.background(),
                                Catalogs.renamed(made.catalog(), "id", "number"))),
                        statement("the first column is not 'id'"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "drops a column where there is no source",
                        after(made -> new Extraction(
                                made.exposure(),
                                made.background(),
                                made.catalog().rows() > 0
                                        ? made.catalog()
                                        : Catalogs.without(made.catalog(), "y"))),
                        tests("emptySkyGivesTheSameColumnsAndNoRows"))
                .mutant(
                        Flaw.LEAKS_NAN,
                        "has a hole in the image",
                        after(made -> new Extraction(
                                made.exposure()
                                        .withImage(made.exposure()
                                                .image()
                                                .withScience(Images.with(
                                                        made.exposure().image().science(),
                                                        5,
                                                        6,
                                                        Double.NaN))),
                                made.background(),
                                made.catalog())),
                        statement("pixel (5, 6) less its background is"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "counts columns from one",
                        after(made -> new Extraction(
                                made.exposure(),
                                made.background(),
                                Catalogs.changed(made.catalog(), "x", x -> x + 1))),
                        tests("starsOnASlopingSkyAreFoundWhereTheyAre"))
                .memory("emptySkyGivesTheSameColumnsAndNoRows")
                .buffers()
                .interruption()
                .common();
    }

    private static UnaryOperator<SourceExtractor> after(UnaryOperator<Extraction> spoil) {
        return right -> (exposure) -> spoil.apply(right.extract(exposure));
    }

    private static MaskedImage unmarked(MaskedImage image) {
        return image.withMask(Mask.clear(image.width(), image.height()));
    }

    private static Exposure inAdu(Exposure made) {
        return new Exposure(
                made.image(),
                PixelUnit.ADU,
                made.detector(),
                made.info(),
                made.header(),
                made.wcs());
    }
}
