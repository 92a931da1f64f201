package org.dovetail.plugin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Exposure;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.extraction.Extraction;
import org.dovetail.role.extraction.SourceExtractor;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Checks;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Extracts sources in one pass: background, detection, measurements.
 *
 * <p><b>Method.</b> The background is estimated and subtracted, sources are detected, and each
 * measurement fills its columns, in the order of the list: one may use what those before it measured.
 *
 * <p><b>Limits.</b> Sources that touch are not taken apart. The background is not estimated again
 * without the sources.
 *
 * <p><b>Cost.</b> That of its slots; memory for four copies of the image.
 *
 * <p><b>Reference.</b> Bertin &amp; Arnouts (1996), A&amp;AS 117, 393, doi:10.1051/aas:1996164.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("standard")
@ServiceDescription("Background, detection and measurements in one pass")
public final class StandardExtractor implements SourceExtractor {

    private final BackgroundEstimator background;
    private final SourceDetector detection;
    private final Schema schema;
    private final Key id;
    private final List<Measurer> measurers;

    /** Creates an extractor. */
    @Activate
    public StandardExtractor(
            @Reference(name = "background", target = "(task.type=mesh)")
                    BackgroundEstimator background,
            @Reference(name = "detection", target = "(task.type=threshold)")
                    SourceDetector detection,
            @Reference(
                            name = "measurements",
                            target = "(|(task.type=peak)(task.type=centroid)(task.type=moments)"
                                    + "(task.type=isophotal)(task.type=aperture)(task.type=auto)"
                                    + "(task.type=sky)(task.type=flags))")
                    List<MeasurementPlugin> measurements) {
        this.background = background;
        this.detection = detection;
        Schema.Builder columns = new Schema.Builder();
        id = columns.add(
                "id", Column.Type.LONG, "", "meta.id;meta.main", "Number of the source, from 1");
        List<Measurer> prepared = new ArrayList<>();
        Checks checks = new Checks();
        for (int i = 0; i < measurements.size(); i++) {
            MeasurementPlugin measurement = measurements.get(i);
            columns.owner("measurement " + (i + 1));
            checks.attempt(() -> measurement.prepare(columns), "measurements[" + i + "]")
                    .ifPresent(prepared::add);
        }
        checks.done();
        measurers = List.copyOf(prepared);
        schema = columns.build();
    }

    @Override
    public Extraction extract(Exposure exposure) {
        MaskedImage image = exposure.image();
        Background sky = background.estimate(image);
        MaskedImage subtracted = sky.subtractFrom(image);
        Detections sources = detection.detect(subtracted, sky);
        subtracted = subtracted.withMask(sources.mark(image.mask()));
        MeasurementInput input =
                new MeasurementInput(subtracted, sky, sources, exposure.wcs(), gain(exposure));
        Catalog.Builder table = new Catalog.Builder(schema, sources.footprints().size());
        for (int row = 0; row < table.rows(); row++) {
            table.setWhole(id, row, row + 1L);
        }
        measurers.forEach(measurer -> measurer.measure(input, table));
        return new Extraction(exposure.withImage(subtracted), sky, table.build());
    }

    /** Returns the electrons that a unit of the exposure stands for. */
    private static double gain(Exposure exposure) {
        return switch (exposure.unit()) {
            case ELECTRON -> 1;
            case ELECTRON_PER_SECOND ->
                exposure.info().exposureSeconds() > 0
                        ? exposure.info().exposureSeconds()
                        : Double.POSITIVE_INFINITY;
            case ADU ->
                exposure.detector().amplifiers().stream()
                        .mapToDouble(Amplifier::gain)
                        .average()
                        .orElse(Double.POSITIVE_INFINITY);
            case NONE -> Double.POSITIVE_INFINITY;
        };
    }
}
