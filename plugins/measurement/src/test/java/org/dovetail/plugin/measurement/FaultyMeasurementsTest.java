package org.dovetail.plugin.measurement;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.junit.jupiter.api.Test;

/** Checks that the tests of the role find centroids that are wrong in some way. */
class FaultyMeasurementsTest {

    private static final Consumer<MeasurementPluginTests> POSITIONS =
            tests -> tests.positionsAreThoseOfPixels(13, 0);

    /** What a faulty centroid does after a right one. */
    @FunctionalInterface
    private interface Fault {

        void spoil(MeasurementInput input, Catalog.Builder table, Key x);
    }

    private static MeasurementPlugin centroid(String... ignoredPlanes) {
        return new IsophotalCentroid(
                Configs.of(IsophotalCentroid.Config.class, "ignoredPlanes", ignoredPlanes));
    }

    private static void assertFound(Fault fault, Consumer<MeasurementPluginTests> test) {
        assertFound(
                schema -> {
                    Measurer real = centroid("BAD", "CR").prepare(schema);
                    Key x = schema.require("x");
                    return (input, table) -> {
                        real.measure(input, table);
                        fault.spoil(input, table, x);
                    };
                },
                test);
    }

    private static void assertFound(
            MeasurementPlugin faulty, Consumer<MeasurementPluginTests> test) {
        MeasurementPluginTests right = () -> centroid("BAD", "CR");
        test.accept(right);
        MeasurementPluginTests wrong = () -> faulty;
        assertThrows(Throwable.class, () -> test.accept(wrong));
    }

    private static void add(Catalog.Builder table, Key x, int row, double value) {
        table.set(x, row, table.number(x, row) + value);
    }

    @Test
    void countingFromOne() {
        assertFound((input, table, x) -> add(table, x, 0, 1), POSITIONS);
    }

    @Test
    void cornersForCenters() {
        assertFound((input, table, x) -> add(table, x, 0, 0.5), POSITIONS);
    }

    @Test
    void memoryOfImagesBefore() {
        AtomicInteger calls = new AtomicInteger();
        assertFound(
                (input, table, x) -> add(table, x, 0, calls.getAndIncrement()),
                MeasurementPluginTests::imagesDoNotDependOnTheOneBefore);
    }

    @Test
    void dependenceOnTheOrder() {
        assertFound(
                (input, table, x) -> add(table, x, table.rows() - 1, 1e-9),
                MeasurementPluginTests::sourcesDoNotDependOnTheirOrder);
    }

    @Test
    void useOfMaskedPixels() {
        assertFound(centroid(), tests -> tests.pixelsNotToBeUsedHaveNoInfluence("BAD"));
    }

    @Test
    void numberThatIsNoneWithoutFlag() {
        assertFound(
                (input, table, x) -> {
                    if (table.rows() > 0) {
                        table.set(x, 0, Double.NaN);
                    }
                },
                MeasurementPluginTests::gainMayBeInfinite);
    }

    @Test
    void failureForOneSource() {
        assertFound(
                (input, table, x) -> {
                    throw new TaskException(ErrorCode.ALGORITHM_FAILED, "one source is faint");
                },
                tests -> tests.hopelessSourceIsFlaggedAndStopsNothing("onePixel"));
    }

    @Test
    void limitThatIsNoMultipleOfTheNoise() {
        assertFound(
                (input, table, x) -> add(table, x, 0, 1 / input.background().meanScatter()),
                MeasurementPluginTests::fluxesScaleWithTheImageAndNothingElseDoes);
    }

    @Test
    void columnOfAnotherTakenOver() {
        assertFound(
                schema -> schema.find("x").isPresent()
                        ? (input, table) -> {}
                        : centroid("BAD", "CR").prepare(schema),
                MeasurementPluginTests::columnOfAnotherIsNotRedefined);
    }

    @Test
    void columnsByTheirPlace() {
        assertFound(
                schema -> {
                    Measurer real = centroid("BAD", "CR").prepare(new Schema.Builder());
                    centroid("BAD", "CR").prepare(schema);
                    return real;
                },
                MeasurementPluginTests::columnsInFrontChangeNothing);
    }
}
