package org.dovetail.plugin.extraction;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.Markers;
import org.dovetail.image.Markers.Ellipse;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.role.extraction.Extraction;
import org.dovetail.role.extraction.SourceExtractor;
import org.dovetail.task.TaskType;
import org.dovetail.task.Writes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Extracts the sources of calibrated exposures.
 *
 * <p><b>Method.</b> That of the slot {@code extraction}. The quick look shows the exposure without
 * its background and an ellipse of 3 standard deviations around each source, if shapes are measured.
 *
 * <p><b>Limits.</b> Those of the slot.
 *
 * <p><b>Cost.</b> That of the slot.
 */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Writes("plane DETECTED")
@TaskType("extract-sources")
@ServiceDescription("Extracts the sources of a calibrated exposure")
public final class ExtractSources
        implements PipelineTask<ExtractSources.Inputs, ExtractSources.Outputs> {

    private static final double OUTLINE = 3;
    private static final List<String> SHAPE = List.of("x", "y", "a", "b", "position_angle");

    private final SourceExtractor extraction;

    /**
     * What is read.
     *
     * @param exposure the calibrated exposure
     */
    public record Inputs(
            @Input(value = "exposure", doc = "the calibrated exposure", primary = true)
            Exposure exposure) {}

    /**
     * What is made.
     *
     * @param catalog a row for each source
     * @param background the level of the background
     * @param quicklook the exposure without background, with the sources marked
     */
    public record Outputs(
            @Output(value = "catalog", doc = "a row for each source")
            Catalog catalog,

            @Output(value = "background", doc = "the level of the background")
            Image background,

            @Output(value = "quicklook", doc = "the sources marked in the image")
            Markers quicklook) {}

    /** Creates a task. */
    @Activate
    public ExtractSources(
            @Reference(name = "extraction", target = "(task.type=standard)")
                    SourceExtractor extraction) {
        this.extraction = extraction;
    }

    @Override
    public Outputs run(Inputs inputs) {
        Extraction extracted = extraction.extract(inputs.exposure());
        return new Outputs(
                extracted.catalog(), extracted.background().level().toImage(), outline(extracted));
    }

    private static Markers outline(Extraction extracted) {
        Catalog catalog = extracted.catalog();
        Schema schema = catalog.schema();
        List<Ellipse> ellipses = new ArrayList<>();
        if (SHAPE.stream().allMatch(name -> schema.find(name).isPresent())) {
            for (int row = 0; row < catalog.rows(); row++) {
                ellipses.add(new Ellipse(
                        catalog.number(schema.key("x"), row),
                        catalog.number(schema.key("y"), row),
                        OUTLINE * catalog.number(schema.key("a"), row),
                        OUTLINE * catalog.number(schema.key("b"), row),
                        catalog.number(schema.key("position_angle"), row)));
            }
        }
        return new Markers(extracted.exposure().image().science(), ellipses);
    }
}
