package org.dovetail.testkit.isr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dovetail.image.Box;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.image.PixelUnit;
import org.dovetail.image.RawExposure;
import org.dovetail.role.isr.Calibrations;
import org.dovetail.role.isr.InstrumentSignatureRemover;
import org.dovetail.role.isr.InstrumentSignatureRemoverContract;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/** What every {@link InstrumentSignatureRemover} must do. */
public interface InstrumentSignatureRemoverTests
        extends InterruptibleTests<InstrumentSignatureRemover> {

    /** Returns the remover to test; one that measures the overscan. */
    InstrumentSignatureRemover remover();

    @Override
    default InstrumentSignatureRemover algorithm() {
        return remover();
    }

    @Override
    default List<Call<InstrumentSignatureRemover>> calls() {
        return List.of(
                call(Images.noise(1, 16, 12, 1500, 20), 100),
                call(Images.noise(2, 16, 12, 1700, 20), 100),
                call(Images.noise(3, 10, 30, 1700, 20), 10));
    }

    private static Call<InstrumentSignatureRemover> call(Image data, double seconds) {
        RawExposure raw =
                RawData.exposure("r1", seconds, data, Images.constant(6, data.height(), 1000));
        Image pattern = Images.of(data.width(), data.height(), (x, y) -> 1 + 0.1 * (x % 3));
        Calibrations calibrations = new Calibrations(
                Optional.of(RawData.bias(MaskedImage.of(pattern))),
                Optional.of(RawData.dark(MaskedImage.of(pattern))),
                Optional.of(RawData.flat(MaskedImage.of(pattern))));
        return remover -> {
            Exposure exposure = remover.remove(raw, calibrations);
            return () -> List.of(exposure.image(), exposure.header(), exposure.info());
        };
    }

    /** Returns the remover with its contract around it. */
    default InstrumentSignatureRemover checkedRemover() {
        return new InstrumentSignatureRemoverContract(
                remover(), new Contract("the signature remover"));
    }

    @Test
    default void sceneComesBackFromRawData() {
        Image scene = Images.of(16, 12, (x, y) -> 500 + 10 * x + 3 * y); // electrons
        Image bias = Images.of(16, 12, (x, y) -> 4 * (x % 3));
        Image rate = Images.of(16, 12, (x, y) -> 0.1 * (y % 4));
        Image response = Images.of(16, 12, (x, y) -> 0.75 + 0.25 * ((x + y) % 3));
        double seconds = 100;
        Image raw = Images.of(
                16,
                12,
                (x, y) -> 1000
                        + (scene.get(x, y) * response.get(x, y)
                                        + rate.get(x, y) * seconds
                                        + bias.get(x, y))
                                / RawData.GAIN);
        Exposure exposure = checkedRemover()
                .remove(
                        RawData.exposure("r1", seconds, raw, Images.constant(6, 12, 1000)),
                        new Calibrations(
                                Optional.of(RawData.bias(MaskedImage.of(bias))),
                                Optional.of(RawData.dark(MaskedImage.of(rate))),
                                Optional.of(RawData.flat(MaskedImage.of(response)))));
        // raw values near 1500 ADU are floats of 1.2e-4 ADU; gain and response multiply that
        assertEquals(0, Images.difference(scene, exposure.image().science()), 2e-3);
        assertEquals(0, exposure.image().mask().count(MaskPlanes.BAD, MaskPlanes.NO_DATA));
    }

    @Test
    default void varianceHasPhotonsAndReadNoise() {
        Image raw = Images.constant(8, 6, 1000 + 450);
        Exposure exposure = checkedRemover()
                .remove(
                        RawData.exposure("r1", 10, raw, Images.constant(6, 6, 1000)),
                        Calibrations.NONE);
        assertEquals(
                0,
                Images.difference(
                        Images.constant(8, 6, 900 + 100), exposure.image().variance()),
                1e-2);
    }

    @Test
    default void saturatedPixelIsMarkedAndCounted() {
        Image raw = Images.with(Images.constant(8, 6, 1200), 3, 2, RawData.SATURATION);
        Exposure exposure = checkedRemover()
                .remove(
                        RawData.exposure("r1", 10, raw, Images.constant(6, 6, 1000)),
                        Calibrations.NONE);
        long marked = exposure.image().mask().count(MaskPlanes.SAT);
        assertTrue(marked >= 1, "nothing is marked SAT");
        assertEquals(marked, exposure.header().card("NSATPIX").orElseThrow().value());
    }

    @Test
    default void measuredReadNoiseIsReportedInElectrons() {
        Image overscan = Images.noise(3, 32, 400, 1000, 5);
        Exposure exposure = checkedRemover()
                .remove(
                        RawData.exposure("r1", 10, Images.constant(8, 400, 1100), overscan),
                        Calibrations.NONE);
        double noise = (Double) exposure.header().card("RNOISE01").orElseThrow().value();
        assertEquals(5 * RawData.GAIN, noise, 0.5);
        double level = (Double) exposure.header().card("OSLEV01").orElseThrow().value();
        assertEquals(1000, level, 0.2);
    }

    @Test
    default void biasInAduIsConvertedWithTheGain() {
        RawExposure raw = RawData.exposure(
                "r1", 10, Images.constant(8, 6, 1250), Images.constant(6, 6, 1000));
        CalibrationFrame bias = RawData.frame(
                CalibrationFrame.Kind.BIAS,
                MaskedImage.of(Images.constant(8, 6, 50)),
                PixelUnit.ADU);
        Exposure exposure = checkedRemover()
                .remove(
                        raw,
                        new Calibrations(Optional.of(bias), Optional.empty(), Optional.empty()));
        assertEquals(
                0,
                Images.difference(
                        Images.constant(8, 6, 200 * RawData.GAIN),
                        exposure.image().science()),
                1e-2);
    }

    @Test
    default void pixelThatCannotBeCalibratedIsBad() {
        MaskedImage flat =
                Images.marked(MaskedImage.of(Images.constant(8, 6, 1)), MaskPlanes.BAD, 5, 1);
        Exposure exposure = checkedRemover()
                .remove(
                        RawData.exposure(
                                "r1", 10, Images.constant(8, 6, 1200), Images.constant(6, 6, 1000)),
                        new Calibrations(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(RawData.flat(flat))));
        assertEquals(1, exposure.image().mask().count(MaskPlanes.BAD));
        assertEquals(1, exposure.image().mask().crop(new Box(5, 1, 1, 1)).count(MaskPlanes.BAD));
        assertEquals(1L, exposure.header().card("NBADPIX").orElseThrow().value());
    }

    @Test
    default void frameOfAnotherSizeIsRefusedByName() {
        RawExposure raw = RawData.exposure(
                "r1", 10, Images.constant(8, 6, 1200), Images.constant(6, 6, 1000));
        CalibrationFrame flat = RawData.flat(MaskedImage.of(Images.constant(9, 6, 1)));
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedRemover()
                        .remove(
                                raw,
                                new Calibrations(
                                        Optional.empty(), Optional.empty(), Optional.of(flat))));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
        assertTrue(e.getMessage().contains("'the-flat'"), e.getMessage());
        assertTrue(e.getMessage().contains("'r1'"), e.getMessage());
    }

    @Test
    default void frameOfAnotherKindIsRefused() {
        RawExposure raw = RawData.exposure(
                "r1", 10, Images.constant(8, 6, 1200), Images.constant(6, 6, 1000));
        CalibrationFrame flat = RawData.flat(MaskedImage.of(Images.constant(8, 6, 1)));
        TaskException e = assertThrows(
                TaskException.class,
                () -> checkedRemover()
                        .remove(
                                raw,
                                new Calibrations(
                                        Optional.of(flat), Optional.empty(), Optional.empty())));
        assertEquals(ErrorCode.MISMATCHED_INPUT, e.code());
    }

    @Test
    default void pixelsWithoutValueAreMarked() {
        Image raw = Images.with(Images.constant(8, 6, 1200), 3, 2, Double.NaN);
        Exposure exposure = checkedRemover()
                .remove(
                        RawData.exposure("r1", 10, raw, Images.constant(6, 6, 1000)),
                        Calibrations.NONE);
        assertEquals(
                1, exposure.image().mask().crop(new Box(3, 2, 1, 1)).count(MaskPlanes.NO_DATA));
    }
}
