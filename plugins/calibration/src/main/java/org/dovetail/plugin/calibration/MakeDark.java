package org.dovetail.plugin.calibration;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.List;
import java.util.Optional;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.role.calibration.FrameCombiner;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.dovetail.task.Writes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Makes a dark frame of exposures without light.
 *
 * <p><b>Method.</b> Each exposure is brought to electrons, less the bias frame if there is one, and
 * divided by its dark time; then they are combined.
 *
 * <p><b>Limits.</b> Exposures of different times count the same, though the longer ones are less
 * noisy. Without a bias frame its structure is taken for dark current.
 *
 * <p><b>Cost.</b> One removal of the signature for each exposure, and one combination; memory for
 * all exposures.
 *
 * <p><b>Reference.</b> Howell (2006), Handbook of CCD Astronomy, 2nd ed., Cambridge University
 * Press, section 4.5.
 */
@Component(configurationPolicy = REQUIRE)
@Writes("card NBADPIX")
@TaskType("make-dark")
@ServiceDescription("Makes a dark frame of raw exposures")
public final class MakeDark implements PipelineTask<MakeDark.Inputs, MakeDark.Outputs> {

    private final InstrumentSignatureRemover isr;
    private final FrameCombiner combination;

    /**
     * What a dark frame is made of.
     *
     * @param raw the exposures
     * @param bias the bias frame
     */
    public record Inputs(
            @Input(value = "raw", doc = "raw dark exposures of one detector", primary = true)
            List<RawExposure> raw,

            @Input(value = "bias", doc = "the bias frame") Optional<CalibrationFrame> bias) {}

    /**
     * What is made.
     *
     * @param dark the dark frame, in electrons a second
     */
    public record Outputs(
            @Output(value = "dark", doc = "the dark frame, in electrons a second")
            CalibrationFrame dark) {}

    @Activate
    public MakeDark(
            @Reference(name = "isr", target = "(task.type=standard)")
                    InstrumentSignatureRemover isr,
            @Reference(name = "combination", target = "(task.type=clipped-mean)")
                    FrameCombiner combination) {
        this.isr = isr;
        this.combination = combination;
    }

    @Override
    public Outputs run(Inputs inputs) {
        RawFrames raw = new RawFrames(inputs.raw());
        raw.exposures().forEach(MakeDark::requireTime);
        Calibrations calibrations =
                new Calibrations(inputs.bias(), Optional.empty(), Optional.empty());
        List<MaskedImage> rates = raw.exposures().stream()
                .map(exposure -> Scaling.divide(
                        isr.remove(exposure, calibrations).image(),
                        exposure.info().darkSeconds()))
                .toList();
        MaskedImage dark = combination.combine(rates);
        return new Outputs(
                raw.frame(CalibrationFrame.Kind.DARK, dark, PixelUnit.ELECTRON_PER_SECOND));
    }

    private static void requireTime(RawExposure exposure) {
        if (!(exposure.info().darkSeconds() > 0)) {
            throw new TaskException(
                    ErrorCode.INCOMPLETE_INPUT,
                    "the dark time of '" + exposure.info().name() + "' must be > 0 s, is "
                            + exposure.info().darkSeconds());
        }
    }
}
