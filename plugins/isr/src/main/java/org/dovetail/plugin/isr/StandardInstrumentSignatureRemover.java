package org.dovetail.plugin.isr;

import static org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE;

import java.util.List;
import org.dovetail.image.Detector;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.role.isr.AmplifierAssembler;
import org.dovetail.role.isr.BiasCorrector;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.DarkCorrector;
import org.dovetail.role.isr.DefectMasker;
import org.dovetail.role.isr.FlatCorrector;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.role.isr.SaturationMasker;
import org.dovetail.role.isr.VarianceEstimator;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/**
 * Removes the instrument's signature in the usual order of steps.
 *
 * <p><b>Method.</b> For each amplifier, overscan and saturation; then, on the assembled detector in
 * electrons, defects, bias, variance, dark current, flat field. A step without a calibration frame
 * is left out. The variance is that of the signal before dark current is subtracted, for its noise
 * stays; that of the calibration frames is added to it.
 *
 * <p><b>Limits.</b> No correction for non-linearity, crosstalk, charge transfer or the
 * brighter-fatter effect.
 *
 * <p><b>Cost.</b> About ten passes over the pixels; memory for three copies of the image.
 *
 * <p><b>Reference.</b> Howell (2006), Handbook of CCD Astronomy, 2nd ed., Cambridge University
 * Press, section 4.5. Checked pixel by pixel against ccdproc 2.4.0; see docs/validation-isr.md.
 */
@Component(configurationPolicy = REQUIRE)
@TaskType("standard")
@ServiceDescription("Overscan, saturation, assembly, defects, bias, variance, dark, flat")
public final class StandardInstrumentSignatureRemover implements InstrumentSignatureRemover {

    private final OverscanCorrector overscan;
    private final SaturationMasker saturation;
    private final AmplifierAssembler assembly;
    private final DefectMasker defects;
    private final BiasCorrector bias;
    private final VarianceEstimator variance;
    private final DarkCorrector dark;
    private final FlatCorrector flat;

    @Activate
    public StandardInstrumentSignatureRemover(
            @Reference(name = "overscan", target = "(task.type=median)") OverscanCorrector overscan,
            @Reference(name = "saturation", target = "(task.type=threshold)")
                    SaturationMasker saturation,
            @Reference(name = "assembly", target = "(task.type=sections)")
                    AmplifierAssembler assembly,
            @Reference(name = "defects", target = "(task.type=boxes)") DefectMasker defects,
            @Reference(name = "bias", target = "(task.type=subtract)") BiasCorrector bias,
            @Reference(name = "variance", target = "(task.type=photon)") VarianceEstimator variance,
            @Reference(name = "dark", target = "(task.type=scaled)") DarkCorrector dark,
            @Reference(name = "flat", target = "(task.type=divide)") FlatCorrector flat) {
        this.overscan = overscan;
        this.saturation = saturation;
        this.assembly = assembly;
        this.defects = defects;
        this.bias = bias;
        this.variance = variance;
        this.dark = dark;
        this.flat = flat;
    }

    @Override
    public Exposure remove(RawExposure raw, Calibrations calibrations) {
        Detector detector = raw.detector();
        Frames frames = Frames.of(raw, calibrations);
        List<OverscanResult> read =
                raw.amplifiers().stream().map(overscan::correct).toList();
        List<Mask> saturated = raw.amplifiers().stream().map(saturation::mark).toList();
        MaskedImage image = assembly.assemble(
                detector, read.stream().map(OverscanResult::data).toList(), saturated);
        image = image.withMask(defects.mark(image, detector));
        if (frames.bias().isPresent()) {
            image = bias.subtract(image, frames.bias().get());
        }
        image = addVariance(image, variance.estimate(image.science(), detector));
        if (frames.dark().isPresent()) {
            image = dark.subtract(image, frames.dark().get(), raw.info().darkSeconds());
        }
        if (frames.flat().isPresent()) {
            image = flat.divide(image, frames.flat().get());
        }
        return new Exposure(
                image,
                PixelUnit.ELECTRON,
                detector,
                raw.info(),
                Report.of(raw, read, frames, image.mask()),
                raw.wcs());
    }

    /** The bias frame's variance, if any, is in the image already. */
    private static MaskedImage addVariance(MaskedImage image, Image more) {
        int width = image.width();
        float[] sum = image.variance().toArray();
        float[] row = new float[width];
        for (int y = 0; y < image.height(); y++) {
            more.row(y, row);
            for (int x = 0; x < width; x++) {
                sum[y * width + x] += row[x];
            }
        }
        return image.withVariance(Image.wrap(width, image.height(), sum));
    }
}
