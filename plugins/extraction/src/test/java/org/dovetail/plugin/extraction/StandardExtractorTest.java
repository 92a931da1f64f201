package org.dovetail.plugin.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.plugin.background.mesh.MeshBackground;
import org.dovetail.plugin.detection.ThresholdDetector;
import org.dovetail.plugin.measurement.ApertureFlux;
import org.dovetail.plugin.measurement.IsophotalCentroid;
import org.dovetail.plugin.measurement.IsophotalFlux;
import org.dovetail.plugin.measurement.IsophotalMoments;
import org.dovetail.plugin.measurement.KronFlux;
import org.dovetail.plugin.measurement.PeakMeasurement;
import org.dovetail.plugin.measurement.SkyCoordinates;
import org.dovetail.plugin.measurement.SourceFlags;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.role.extraction.SourceExtractor;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.task.Configs;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.SharedData;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.extraction.SourceExtractorTests;
import org.junit.jupiter.api.Test;

class StandardExtractorTest implements SourceExtractorTests, CompositeTests<SourceExtractor> {

    @Override
    public SourceExtractor extractor() {
        return standard(all());
    }

    @Override
    public Slots<StandardExtractor> slots() {
        return Slots.of(
                StandardExtractor.class,
                new MeshBackground(Configs.of(MeshBackground.Config.class)),
                new ThresholdDetector(
                        Configs.of(ThresholdDetector.Config.class),
                        new GaussianSmoother(Configs.of(GaussianSmoother.Config.class))),
                all());
    }

    private static List<MeasurementPlugin> all() {
        return List.of(
                new PeakMeasurement(Configs.of(PeakMeasurement.Config.class)),
                centroid(),
                moments(),
                new IsophotalFlux(Configs.of(IsophotalFlux.Config.class)),
                new ApertureFlux(Configs.of(ApertureFlux.Config.class)),
                new KronFlux(Configs.of(KronFlux.Config.class)),
                new SkyCoordinates(),
                new SourceFlags(Configs.of(SourceFlags.Config.class)));
    }

    private static MeasurementPlugin centroid() {
        return new IsophotalCentroid(Configs.of(IsophotalCentroid.Config.class));
    }

    private static MeasurementPlugin moments() {
        return new IsophotalMoments(Configs.of(IsophotalMoments.Config.class));
    }

    private static SourceExtractor standard(List<MeasurementPlugin> measurements) {
        return new StandardExtractor(
                new MeshBackground(Configs.of(MeshBackground.Config.class)),
                new ThresholdDetector(
                        Configs.of(ThresholdDetector.Config.class),
                        new GaussianSmoother(Configs.of(GaussianSmoother.Config.class))),
                measurements);
    }

    /** SExtractor 2.25, benchmarks/parity/extraction.sex, without deblending and cleaning. */
    @Test
    void agreesWithSExtractorOnACutOut() {
        Image image = SharedData.fits("sep/image.fits");
        Catalog catalog = extract(image);
        assertEquals(71, catalog.rows());
        int row = nearest(catalog, 81.42504 - 1, 12.301042 - 1); // the brightest isolated one
        assertEquals(81.42504 - 1, catalog.numbers("x")[row], 1e-4);
        assertEquals(12.301042 - 1, catalog.numbers("y")[row], 1e-4);
        assertEquals(1.7979279, catalog.numbers("x2")[row], 2e-6);
        assertEquals(-0.027684535, catalog.numbers("xy")[row], 2e-6);
        assertEquals(77505.78, catalog.numbers("flux_auto")[row], 0.05);
        assertEquals(76961.47, catalog.numbers("flux_iso")[row], 0.05);
        assertEquals(3.5, catalog.numbers("kron_radius")[row]);
    }

    /** SExtractor 2.25 finds 936 with the same settings. */
    @Test
    void findsAsManyAsSExtractorInAGalaxyField() {
        assertEquals(
                936, extract(SharedData.fits("sextractor/galaxies.fits.gz")).rows());
    }

    @Test
    void sumOfStarsIsRight() {
        Skies sky = Skies.seeded(8).fluxes(20_000, 200_000).build();
        Catalog catalog =
                extractor().extract(SourceExtractorTests.exposure(sky.image())).catalog();
        double measured = IntStream.range(0, catalog.rows())
                .mapToDouble(row -> catalog.numbers("flux_auto")[row])
                .sum();
        double truth = sky.stars().stream().mapToDouble(Skies.Star::flux).sum();
        assertEquals(1, measured / truth, 0.015);
    }

    @Test
    void orderOfMeasurementsMatters() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> standard(List.of(
                        moments(), new KronFlux(Configs.of(KronFlux.Config.class)), centroid())));
        assertTrue(e.getMessage().startsWith("measurement 2 needs the column 'x'"), e.getMessage());
    }

    @Test
    void pipelineTaskGivesCatalogBackgroundAndOutlines() {
        Skies sky = Skies.seeded(9).build();
        ExtractSources.Outputs outputs = new ExtractSources(extractor())
                .run(new ExtractSources.Inputs(SourceExtractorTests.exposure(sky.image())));
        assertEquals(outputs.catalog().rows(), outputs.quicklook().ellipses().size());
        assertEquals(256, outputs.background().width());
        assertTrue(outputs.catalog().rows() >= sky.stars().size() - 3);
    }

    private Catalog extract(Image image) {
        return checked()
                .extract(SourceExtractorTests.exposure(MaskedImage.of(image)))
                .catalog();
    }

    private static int nearest(Catalog catalog, double x, double y) {
        Schema.Key keyX = catalog.schema().key("x");
        Schema.Key keyY = catalog.schema().key("y");
        return IntStream.range(0, catalog.rows())
                .boxed()
                .min((i, j) -> Double.compare(
                        Math.hypot(catalog.number(keyX, i) - x, catalog.number(keyY, i) - y),
                        Math.hypot(catalog.number(keyX, j) - x, catalog.number(keyY, j) - y)))
                .orElseThrow();
    }
}
