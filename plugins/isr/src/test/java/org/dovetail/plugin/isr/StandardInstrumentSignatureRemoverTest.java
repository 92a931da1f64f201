package org.dovetail.plugin.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.CalibrationFrame.Kind;
import org.dovetail.image.Detector;
import org.dovetail.image.Exposure;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Image;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.isr.OverscanCorrector;
import org.dovetail.role.isr.OverscanResult;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.isr.InstrumentSignatureRemoverTests;
import org.dovetail.testkit.isr.RawData;
import org.junit.jupiter.api.Test;

class StandardInstrumentSignatureRemoverTest
        implements InstrumentSignatureRemoverTests, CompositeTests<InstrumentSignatureRemover> {

    @Override
    public InstrumentSignatureRemover remover() {
        return new StandardInstrumentSignatureRemover(
                StandardInstrumentSignatureRemoverTest::meanOverscan,
                new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class)),
                new SectionAssembler(),
                new DefectBoxes(),
                new BiasSubtraction(),
                new PhotonVariance(),
                new ScaledDark(),
                new FlatDivision(Configs.of(FlatDivision.Config.class)));
    }

    @Override
    public Slots<StandardInstrumentSignatureRemover> slots() {
        OverscanCorrector overscan = StandardInstrumentSignatureRemoverTest::meanOverscan;
        return Slots.of(
                StandardInstrumentSignatureRemover.class,
                overscan,
                new ThresholdSaturation(Configs.of(ThresholdSaturation.Config.class)),
                new SectionAssembler(),
                new DefectBoxes(),
                new BiasSubtraction(),
                new PhotonVariance(),
                new ScaledDark(),
                new FlatDivision(Configs.of(FlatDivision.Config.class)));
    }

    @Test
    void varianceOfEveryFrameIsInTheResult() {
        // signal 900 - 100 = 800; (100 + 4 + 800 + 100^2 * 0.01 + 600^2 * 0.001) / 0.5^2
        RawExposure raw = RawData.exposure(
                "r1", 100, Images.constant(2, 2, 1450), Images.constant(2, 2, 1000));
        Exposure exposure = checkedRemover()
                .remove(
                        raw,
                        new Calibrations(
                                Optional.of(RawData.bias(frame(100, 4))),
                                Optional.of(RawData.dark(frame(5, 0.01))),
                                Optional.of(RawData.flat(frame(0.5, 0.001)))));
        assertEquals(600, exposure.image().science().get(0, 0), 1e-3);
        assertEquals(
                (100 + 4 + 800 + 100 + 360) / 0.25, exposure.image().variance().get(0, 0), 1e-2);
    }

    @Test
    void darkInAduIsARateOverItsOwnTime() { // 50 ADU in 100 s at gain 2: 1 electron/s; here 10 s
        CalibrationFrame dark =
                RawData.frame(Kind.DARK, MaskedImage.of(Images.constant(2, 2, 50)), PixelUnit.ADU);
        RawExposure raw = RawData.exposure(
                "r1", 10, Images.constant(2, 2, 1100), Images.constant(2, 2, 1000));
        Exposure exposure = checkedRemover()
                .remove(
                        raw,
                        new Calibrations(Optional.empty(), Optional.of(dark), Optional.empty()));
        assertEquals(190, exposure.image().science().get(0, 0), 1e-3);
    }

    @Test
    void flatInElectronsIsRefusedByName() {
        CalibrationFrame flat = RawData.frame(
                Kind.FLAT, MaskedImage.of(Images.constant(2, 2, 30_000)), PixelUnit.ELECTRON);
        RawExposure raw = RawData.exposure(
                "r1", 10, Images.constant(2, 2, 1100), Images.constant(2, 2, 1000));
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedRemover()
                        .remove(
                                raw,
                                new Calibrations(
                                        Optional.empty(), Optional.empty(), Optional.of(flat))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertEquals(
                "the FLAT 'the-flat' is in 'electron'; it must be in no unit, divided by its"
                        + " median",
                e.getMessage());
    }

    @Test
    void flatOfAnotherFilterIsRefusedAndOneOfUnknownFilterIsNot() {
        RawExposure raw = RawData.exposure(
                "r1", 10, Images.constant(2, 2, 1100), Images.constant(2, 2, 1000));
        TaskException e =
                assertThrows(TaskException.class, () -> remove(raw, flatOf(Optional.of("B"))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertEquals(
                "the FLAT 'dome' is of the filter 'B', 'r1' was taken through 'V'", e.getMessage());
        remove(raw, flatOf(Optional.empty()));
    }

    private static CalibrationFrame flatOf(Optional<String> filter) {
        ExposureInfo info =
                new ExposureInfo("dome", 10, 10, filter, Optional.empty(), Optional.empty());
        return new CalibrationFrame(
                Kind.FLAT,
                MaskedImage.of(Images.constant(2, 2, 1)),
                PixelUnit.NONE,
                3,
                info,
                Header.EMPTY);
    }

    private Exposure remove(RawExposure raw, CalibrationFrame flat) {
        return checkedRemover()
                .remove(
                        raw,
                        new Calibrations(Optional.empty(), Optional.empty(), Optional.of(flat)));
    }

    @Test
    void everyAmplifierIsReported() {
        Detector detector = RawData.quadrants(4, 4);
        List<RawAmplifier> read = detector.amplifiers().stream()
                .map(StandardInstrumentSignatureRemoverTest::read)
                .toList();
        Exposure exposure = checkedRemover()
                .remove(RawData.exposure("r1", 10, detector, read), Calibrations.NONE);
        for (int i = 1; i <= 4; i++) {
            assertEquals(
                    1000.0, exposure.header().card("OSLEV0" + i).orElseThrow().value());
        }
        assertEquals(false, exposure.header().card("FLATCORR").orElseThrow().value());
        assertEquals(50, exposure.image().science().get(0, 0));
        assertEquals(200, exposure.image().science().get(3, 3));
    }

    private static RawAmplifier read(Amplifier amplifier) {
        Box box = amplifier.detectorBox();
        return new RawAmplifier(
                amplifier,
                Images.constant(box.width(), box.height(), 1050),
                Optional.of(Images.constant(3, box.height(), 1000)),
                Optional.empty());
    }

    private static MaskedImage frame(double value, double variance) {
        return MaskedImage.of(Images.constant(2, 2, value))
                .withVariance(Images.constant(2, 2, variance));
    }

    /** Plugins do not see each other: an overscan corrector of few words. */
    private static OverscanResult meanOverscan(RawAmplifier amplifier) {
        float[] values = amplifier.serialOverscan().orElseThrow().toArray();
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double scatter = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
        Image data = Images.of(
                amplifier.data().width(),
                amplifier.data().height(),
                (x, y) -> amplifier.data().get(x, y) - mean);
        return new OverscanResult(data, mean, scatter);
    }
}
