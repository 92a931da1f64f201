package org.dovetail.role.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Amplifier;
import org.dovetail.image.Box;
import org.dovetail.image.Detector;
import org.dovetail.image.ExposureInfo;
import org.dovetail.image.Header;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.RawAmplifier;
import org.dovetail.image.RawExposure;
import org.dovetail.image.TanWcs;
import org.dovetail.image.Wcs;
import org.dovetail.image.Wcs.PixelPosition;
import org.dovetail.image.Wcs.SkyPosition;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class SkySimulatorContractTest {

    private static final Wcs WCS = TanWcs.of(
            new PixelPosition(0, 0), new SkyPosition(0, 0), new TanWcs.Matrix(1, 0, 0, 1));

    private static RawExposure frame(String detector, float count, Optional<Wcs> wcs) {
        Amplifier amplifier = new Amplifier(
                "A", new Box(0, 0, 2, 2), false, false, 1, 1, 65535, Double.POSITIVE_INFINITY);
        return new RawExposure(
                new Detector(detector, 2, 2, List.of(amplifier), List.of()),
                List.of(new RawAmplifier(
                        amplifier,
                        Image.constant(2, 2, count),
                        Optional.empty(),
                        Optional.empty())),
                new ExposureInfo(
                        "frame", 0, 0, Optional.empty(), Optional.empty(), Optional.empty()),
                Header.EMPTY,
                wcs);
    }

    private static Truth truth(int width, double x) {
        Schema.Builder schema = new Schema.Builder();
        Truth.COLUMNS.forEach(name -> schema.add(
                name,
                name.equals("galaxy") || name.equals("saturated") ? Type.BOOLEAN : Type.DOUBLE,
                "",
                "",
                ""));
        Catalog.Builder table = new Catalog.Builder(schema.build(), 1);
        table.set(schema.require("x"), 0, x);
        table.set(schema.require("y"), 0, 1);
        return new Truth(table.build(), Mask.clear(width, 2));
    }

    private static void run(RawExposure bias, RawExposure science, Truth truth) {
        Simulation result = new Simulation(
                List.of(bias),
                List.of(),
                List.of(),
                List.of(science),
                List.of(truth),
                truth.sources());
        new SkySimulatorContract(seed -> result, new Contract("fake")).simulate(1);
    }

    private static void blamed(RawExposure bias, RawExposure science, Truth truth) {
        TaskException e = assertThrows(TaskException.class, () -> run(bias, science, truth));
        assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
        assertTrue(e.getMessage().startsWith("fake broke"), e.getMessage());
    }

    @Test
    void framesThatNoCameraReadsAreTheAlgorithmsFault() {
        RawExposure bias = frame("one", 1000, Optional.empty());
        RawExposure science = frame("one", 65535, Optional.of(WCS));
        run(bias, science, truth(2, 1.4));
        blamed(bias, frame("one", 65536, Optional.of(WCS)), truth(2, 1));
        blamed(bias, frame("one", 0.5f, Optional.of(WCS)), truth(2, 1));
        blamed(bias, frame("one", -1, Optional.of(WCS)), truth(2, 1));
        blamed(bias, frame("other", 1, Optional.of(WCS)), truth(2, 1));
        blamed(bias, frame("one", 1, Optional.empty()), truth(2, 1));
    }

    @Test
    void truthThatDoesNotFitIsTheAlgorithmsFault() {
        RawExposure bias = frame("one", 1000, Optional.empty());
        RawExposure science = frame("one", 65535, Optional.of(WCS));
        blamed(bias, science, truth(3, 1));
        blamed(bias, science, truth(2, 1.6));
        blamed(bias, science, truth(2, Double.NaN));
    }

    @Test
    void truthOfOtherLengthOrWithoutColumnIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Simulation(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(truth(2, 1)),
                        truth(2, 1).sources()));
        Catalog empty = new Catalog.Builder(new Schema(List.of()), 0).build();
        assertThrows(IllegalArgumentException.class, () -> new Truth(empty, Mask.clear(2, 2)));
    }
}
