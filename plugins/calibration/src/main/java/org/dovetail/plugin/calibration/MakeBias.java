package org.dovetail.plugin.calibration;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.List;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.ExposureInfo;
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
import org.dovetail.task.Setting;
import org.dovetail.task.TaskException;
import org.dovetail.task.TaskType;
import org.dovetail.task.Writes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Makes a bias frame of exposures without light and time.
 *
 * <p><b>Method.</b> Each exposure is brought to electrons without any calibration frame, so that
 * what is left is the structure that the overscan does not show; then they are combined.
 *
 * <p><b>Limits.</b> Structure that changes from exposure to exposure cannot be in it. Exposures whose
 * exposure time is above {@code maxExposureTime}, or whose dark time is above {@code maxDarkTime},
 * are refused by name: they have light or dark current in them. One that tells no time passes.
 *
 * <p><b>Cost.</b> One removal of the signature for each exposure, and one combination; memory for
 * all exposures.
 *
 * <p><b>Reference.</b> Howell (2006), Handbook of CCD Astronomy, 2nd ed., Cambridge University
 * Press, section 4.5. Checked against ccdproc 2.4.0; see docs/validation-isr.md.
 */
@Component(configurationPolicy = REQUIRE)
@Writes("card NBADPIX")
@TaskType("make-bias")
@ServiceDescription("Makes a bias frame of raw exposures")
public final class MakeBias implements PipelineTask<MakeBias.Inputs, MakeBias.Outputs> {

    private final double maxExposureTime;
    private final double maxDarkTime;
    private final InstrumentSignatureRemover isr;
    private final FrameCombiner combination;

    /** Settings of {@code make-bias}. */
    public @interface Config {
        // some cameras cannot but open the shutter for their shortest time, such as 0.12 s
        @Setting(value = "The greatest exposure time of a bias exposure", unit = "second", min = 0)
        double maxExposureTime() default 0.5;

        // some count the time of clearing and reading
        @Setting(value = "The greatest dark time of a bias exposure", unit = "second", min = 0)
        double maxDarkTime() default 10;
    }

    /**
     * What a bias frame is made of.
     *
     * @param raw the exposures
     */
    public record Inputs(
            @Input(value = "raw", doc = "raw bias exposures of one detector", primary = true)
            List<RawExposure> raw) {}

    /**
     * What is made.
     *
     * @param bias the bias frame, in electrons
     */
    public record Outputs(
            @Output(value = "bias", doc = "the bias frame, in electrons")
            CalibrationFrame bias) {}

    @Activate
    public MakeBias(
            Config config,
            @Reference(name = "isr", target = "(task.type=standard)")
                    InstrumentSignatureRemover isr,
            @Reference(name = "combination", target = "(task.type=clipped-mean)")
                    FrameCombiner combination) {
        maxExposureTime = config.maxExposureTime();
        maxDarkTime = config.maxDarkTime();
        this.isr = isr;
        this.combination = combination;
    }

    @Override
    public Outputs run(Inputs inputs) {
        RawFrames raw = new RawFrames(inputs.raw());
        raw.exposures().forEach(this::requireNoTime);
        List<MaskedImage> images = raw.exposures().stream()
                .map(exposure -> isr.remove(exposure, Calibrations.NONE).image())
                .toList();
        MaskedImage bias = combination.combine(images);
        return new Outputs(raw.frame(CalibrationFrame.Kind.BIAS, bias, PixelUnit.ELECTRON));
    }

    private void requireNoTime(RawExposure exposure) {
        ExposureInfo info = exposure.info();
        requireAtMost(
                maxExposureTime, info.exposureSeconds(), "exposure time", "maxExposureTime", info);
        requireAtMost(maxDarkTime, info.darkSeconds(), "dark time", "maxDarkTime", info);
    }

    private static void requireAtMost(
            double limit, double seconds, String what, String setting, ExposureInfo info) {
        if (seconds > limit) {
            throw new TaskException(
                    ErrorCode.MISMATCHED_INPUT,
                    "'" + info.name() + "' is no bias exposure: its " + what + " must be <= "
                            + limit + " s, is " + seconds + " s; leave it out, or raise " + setting
                            + " if the camera tells such a time of a bias");
        }
    }
}
