package org.dovetail.plugin.calibration;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.List;
import java.util.Optional;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.task.Checks;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Setting;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.dovetail.task.Writes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Makes a flat field of exposures of uniform light.
 *
 * <p><b>Method.</b> Each exposure is brought to electrons, less bias and dark current where there
 * are frames, and divided by its clipped median; then they are combined and divided by the clipped
 * median of the result. Pixels whose response is not from {@code minResponse} to {@code
 * maxResponse} are marked {@code BAD}.
 *
 * <p><b>Limits.</b> Stars in sky flats are rejected only where the telescope moved between
 * exposures. Saturated and suspect pixels do not count for the median; an exposure that is mostly
 * saturated is refused.
 *
 * <p><b>Cost.</b> One removal of the signature and one sort of the pixels for each exposure, and one
 * combination; memory for all exposures.
 *
 * <p><b>Reference.</b> Howell (2006), Handbook of CCD Astronomy, 2nd ed., Cambridge University
 * Press, section 4.5. Checked against ccdproc 2.4.0; see docs/validation-isr.md.
 */
@Component(configurationPolicy = REQUIRE)
@Writes({"plane BAD", "card NBADPIX"})
@TaskType("make-flat")
@ServiceDescription("Makes a flat field of raw exposures")
public final class MakeFlat implements PipelineTask<MakeFlat.Inputs, MakeFlat.Outputs> {

    private final double minResponse;
    private final double maxResponse;
    private final InstrumentSignatureRemover isr;
    private final FrameCombiner combination;

    /** Settings of {@code make-flat}. */
    public @interface Config {
        @Setting(value = "The least response at which a pixel is of use", min = 0, max = 1)
        double minResponse() default 0.3;

        @Setting(value = "The greatest response at which a pixel is of use", min = 1)
        double maxResponse() default 3;
    }

    /**
     * What a flat field is made of.
     *
     * @param raw the exposures
     * @param bias the bias frame
     * @param dark the dark frame
     */
    public record Inputs(
            @Input(value = "raw", doc = "raw flat exposures in one filter", primary = true)
            List<RawExposure> raw,

            @Input(value = "bias", doc = "the bias frame") Optional<CalibrationFrame> bias,
            @Input(value = "dark", doc = "the dark frame") Optional<CalibrationFrame> dark) {}

    /**
     * What is made.
     *
     * @param flat the flat field, with a median of 1
     */
    public record Outputs(
            @Output(value = "flat", doc = "the flat field, with a median of 1")
            CalibrationFrame flat) {}

    @Activate
    public MakeFlat(
            Config config,
            @Reference(name = "isr", target = "(task.type=standard)")
                    InstrumentSignatureRemover isr,
            @Reference(name = "combination", target = "(task.type=clipped-mean)")
                    FrameCombiner combination) {
        new Checks()
                .require(
                        config.minResponse() < config.maxResponse(),
                        "minResponse must be < maxResponse, were " + config.minResponse() + " and "
                                + config.maxResponse(),
                        "minResponse",
                        "maxResponse")
                .done();
        minResponse = config.minResponse();
        maxResponse = config.maxResponse();
        this.isr = isr;
        this.combination = combination;
    }

    @Override
    public Outputs run(Inputs inputs) {
        RawFrames raw = new RawFrames(inputs.raw()).inOneFilter();
        Calibrations calibrations =
                new Calibrations(inputs.bias(), inputs.dark(), Optional.empty());
        List<MaskedImage> normalised = raw.exposures().stream()
                .map(exposure -> normalise(
                        isr.remove(exposure, calibrations).image(),
                        "'" + exposure.info().name() + "'"))
                .toList();
        MaskedImage flat = normalise(combination.combine(normalised), "the flat field");
        return new Outputs(
                raw.frame(CalibrationFrame.Kind.FLAT, markUseless(flat), PixelUnit.NONE));
    }

    private static MaskedImage normalise(MaskedImage image, String name) {
        long bright = image.mask().count(MaskPlanes.SAT, MaskPlanes.SUSPECT);
        if (2 * bright > image.science().box().area()) {
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    bright + " pixels of " + name + " of " + image.science().size()
                            + " are saturated or beyond the linear range");
        }
        double median = ClippedMedian.of(image);
        if (!(median > 0)) { // NaN where no pixel can be used
            throw new TaskException(
                    ErrorCode.NO_USABLE_PIXELS,
                    "the median of " + name + " must be > 0, is " + median);
        }
        return Scaling.divide(image, median);
    }

    private MaskedImage markUseless(MaskedImage flat) {
        int bad = flat.mask().planes().bits(MaskPlanes.BAD);
        float[] response = flat.science().toArray();
        int[] marks = flat.mask().toArray();
        for (int i = 0; i < marks.length; i++) {
            if (!(response[i] >= minResponse && response[i] <= maxResponse)) {
                marks[i] |= bad;
            }
        }
        return flat.withMask(Mask.wrap(flat.width(), flat.height(), flat.mask().planes(), marks));
    }
}
