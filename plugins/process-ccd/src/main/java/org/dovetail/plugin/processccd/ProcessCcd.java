package org.dovetail.plugin.processccd;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Exposure;
import org.dovetail.image.Header.Card;
import org.dovetail.image.Image;
import org.dovetail.image.Markers;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.role.background.Background;
import org.dovetail.role.background.BackgroundEstimator;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.SourceDetector;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.role.repair.CosmicRayRejector;
import org.dovetail.role.repair.Interpolator;
import org.dovetail.task.Checks;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskType;
import org.dovetail.task.Writes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Processes one detector's frame: from raw data to a calibrated image and a catalogue.
 *
 * <p><b>Method.</b> The signature of the instrument is removed, cosmic rays are marked, unusable
 * pixels are filled, the sky background is estimated and subtracted, sources are detected and
 * measured, in electrons. How each step is done is the business of its slot; {@link #run} is the
 * order. What was counted on the way is in the exposure's header: {@code NCRPIX} pixels hit by
 * cosmic rays, {@code NSATPIX} saturated and {@code NBADPIX} bad ones, {@code SKYLEVEL} and {@code
 * SKYRMS} in electrons, {@code NSOURCES}, {@code BKGSUB} whether the background is subtracted, and
 * {@code RNOISE01} and so on, the read noise measured in each amplifier, in electrons.
 *
 * <p><b>Limits.</b> One background and one detection: no iteration towards a point spread function.
 * Saturated pixels are not filled unless {@code interpolate} says so: their sources keep their
 * shape, and are flagged.
 *
 * <p><b>Cost.</b> That of its slots; memory for about eight copies of the image.
 */
@Component(configurationPolicy = REQUIRE)
@Writes({
    "plane DETECTED",
    "card NCRPIX",
    "card SKYLEVEL",
    "card SKYRMS",
    "card NSOURCES",
    "card BKGSUB"
})
@TaskType("process-ccd")
@ServiceDescription("Processes one detector's frame: from raw data to image and catalogue")
public final class ProcessCcd implements PipelineTask<ProcessCcd.Inputs, ProcessCcd.Outputs> {

    private final List<String> interpolated;
    private final boolean subtractBackground;
    private final boolean doWriteBackground;
    private final InstrumentSignatureRemover isr;
    private final CosmicRayRejector cosmicRays;
    private final Interpolator interpolation;
    private final BackgroundEstimator background;
    private final SourceDetector detection;
    private final Schema schema;
    private final Schema.Key id;
    private final List<Measurer> measurements;

    /** Settings of {@code process-ccd}. */
    public @interface Config {
        @Setting(
                value = "The mask planes whose pixels are filled from their neighbors",
                choices = {"BAD", "SAT", "CR", "SUSPECT", "NO_DATA"})
        String[] interpolate() default {"BAD", "CR", "NO_DATA"};

        @Setting("Whether the sky background is subtracted from the exposure that is written")
        boolean subtractBackground() default true;

        @Setting("Whether the map of the background is written, too")
        boolean doWriteBackground() default false;
    }

    /**
     * What is processed.
     *
     * @param raw the raw data of one detector
     * @param bias the bias frame
     * @param dark the dark frame
     * @param flat the flat field
     */
    public record Inputs(
            @Input(value = "raw", doc = "the raw data of one detector", primary = true)
            RawExposure raw,

            @Input(value = "bias", doc = "the bias frame") Optional<CalibrationFrame> bias,
            @Input(value = "dark", doc = "the dark frame") Optional<CalibrationFrame> dark,
            @Input(value = "flat", doc = "the flat field") Optional<CalibrationFrame> flat) {}

    /**
     * What is made.
     *
     * @param exposure the calibrated image, in electrons
     * @param catalog a row for each source
     * @param background the background, in electrons
     * @param quicklook the image with its sources
     */
    public record Outputs(
            @Output(value = "exposure", doc = "the calibrated image, in electrons")
            Exposure exposure,

            @Output(value = "catalog", doc = "the sources") Catalog catalog,

            @Output(value = "background", doc = "the sky background, in electrons")
            Optional<Image> background,

            @Output(value = "quicklook", doc = "the image with its sources, for people")
            Markers quicklook) {}

    @Activate
    public ProcessCcd(
            Config config,
            @Reference(name = "isr", target = "(task.type=standard)")
                    InstrumentSignatureRemover isr,
            @Reference(name = "cosmicRays", target = "(task.type=lacosmic)")
                    CosmicRayRejector cosmicRays,
            @Reference(name = "interpolation", target = "(task.type=nearest-neighbors)")
                    Interpolator interpolation,
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
        interpolated = List.of(config.interpolate());
        subtractBackground = config.subtractBackground();
        doWriteBackground = config.doWriteBackground();
        this.isr = isr;
        this.cosmicRays = cosmicRays;
        this.interpolation = interpolation;
        this.background = background;
        this.detection = detection;
        Schema.Builder columns = new Schema.Builder();
        columns.owner("process-ccd");
        id = columns.add(
                "id", Column.Type.LONG, "", "meta.id;meta.main", "Number of the source, from 1");
        Checks checks = new Checks();
        this.measurements = prepare(measurements, columns, checks);
        checks.done();
        schema = columns.build();
    }

    private static List<Measurer> prepare(
            List<MeasurementPlugin> measurements, Schema.Builder columns, Checks checks) {
        List<Measurer> prepared = new ArrayList<>();
        for (int i = 0; i < measurements.size(); i++) {
            MeasurementPlugin measurement = measurements.get(i);
            columns.owner("measurement " + (i + 1));
            checks.attempt(() -> measurement.prepare(columns), "measurements[" + i + "]")
                    .ifPresent(prepared::add);
        }
        return List.copyOf(prepared);
    }

    @Override
    public Outputs run(Inputs inputs) {
        Usable.requireValues(inputs.raw());
        Exposure exposure = isr.remove(
                inputs.raw(), new Calibrations(inputs.bias(), inputs.dark(), inputs.flat()));
        Usable.requirePixels(exposure);

        MaskedImage image = exposure.image();
        image = image.withMask(cosmicRays.find(image));
        image = interpolation.interpolate(image, interpolated);

        Background sky = background.estimate(image);
        MaskedImage subtracted = sky.subtractFrom(image);
        Detections sources = detection.detect(subtracted, sky);
        subtracted = subtracted.withMask(sources.mark(subtracted.mask()));
        Catalog catalog = measure(subtracted, sky, sources, exposure);

        MaskedImage written = subtractBackground ? subtracted : image.withMask(subtracted.mask());
        return new Outputs(
                report(exposure.withImage(written), sky, catalog),
                catalog,
                doWriteBackground ? Optional.of(sky.level().toImage()) : Optional.empty(),
                Outlines.draw(subtracted.science(), sources.footprints()));
    }

    private Catalog measure(
            MaskedImage image, Background sky, Detections sources, Exposure exposure) {
        double electronsPerUnit = 1; // the image is in electrons
        MeasurementInput input =
                new MeasurementInput(image, sky, sources, exposure.wcs(), electronsPerUnit);
        Catalog.Builder table = new Catalog.Builder(schema, sources.footprints().size());
        for (int row = 0; row < table.rows(); row++) {
            table.setWhole(id, row, row + 1);
        }
        measurements.forEach(measurer -> measurer.measure(input, table));
        return table.build();
    }

    private Exposure report(Exposure exposure, Background sky, Catalog catalog) {
        long hit = exposure.image().mask().count(MaskPlanes.CR);
        return exposure.withHeader(exposure.header()
                .with(new Card("NCRPIX", hit, "pixels hit by cosmic rays"))
                .with(new Card("SKYLEVEL", sky.meanLevel(), "[electron] sky background"))
                .with(new Card("SKYRMS", sky.meanScatter(), "[electron] scatter of the sky"))
                .with(new Card("NSOURCES", (long) catalog.rows(), "sources in the catalogue"))
                .with(new Card("BKGSUB", subtractBackground, "background subtracted")));
    }
}
