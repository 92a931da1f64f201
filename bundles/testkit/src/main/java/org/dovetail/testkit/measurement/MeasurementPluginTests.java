package org.dovetail.testkit.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Column.Type;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Image;
import org.dovetail.image.MaskPlanes;
import org.dovetail.image.MaskedImage;
import org.dovetail.role.background.Background;
import org.dovetail.role.detection.Detections;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.MeasurementPluginContract;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.RoleTests;
import org.dovetail.testkit.Skies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MeasurementPlugin} must do; the test class of a plugin implements it. */
public interface MeasurementPluginTests extends RoleTests<Function<MeasurementInput, Catalog>> {

    /** Returns the measurement to test. */
    MeasurementPlugin plugin();

    /** Returns the measurements whose columns it needs, in order. */
    default List<MeasurementPlugin> before() {
        return List.of();
    }

    /** Returns what measures once it is set up, after the measurements that it needs. */
    @Override
    default Function<MeasurementInput, Catalog> algorithm() {
        Schema.Builder schema = new Schema.Builder();
        List<Measurer> measurers = new ArrayList<>();
        before().forEach(plugin -> measurers.add(plugin.prepare(schema)));
        measurers.add(plugin().prepare(schema));
        Schema columns = schema.build();
        return input -> {
            Catalog.Builder table =
                    new Catalog.Builder(columns, input.detections().footprints().size());
            measurers.forEach(measurer -> measurer.measure(input, table));
            return table.build();
        };
    }

    @Override
    default List<Call<Function<MeasurementInput, Catalog>>> calls() {
        MeasurementInput small =
                MeasurementScenes.above(MeasurementScenes.star(40, 30, 20, 15, 2, 2), 1, 20);
        return List.of(
                Call.of(measure -> measure.apply(MeasurementScenes.stars(6))),
                Call.of(measure -> measure.apply(small)),
                Call.of(measure -> measure.apply(MeasurementScenes.stars(7))));
    }

    /** Returns the measurement after those it needs, checked. */
    default List<MeasurementPlugin> chain() {
        List<MeasurementPlugin> chain = new ArrayList<>(before());
        chain.add(new MeasurementPluginContract(plugin(), new Contract("measurement")));
        return chain;
    }

    /** Measures all sources. */
    default Catalog measure(MeasurementInput input) {
        return Measurements.measure(input, chain());
    }

    /** Returns the columns of the measurement itself. */
    default List<Column> columns() {
        Schema.Builder schema = new Schema.Builder();
        before().forEach(plugin -> plugin.prepare(schema));
        int first = schema.build().columns().size();
        plugin().prepare(schema);
        return schema.build().columns().subList(first, schema.build().columns().size());
    }

    @Test
    default void columnsAreDescribed() {
        for (Column column : columns()) {
            assertFalse(column.doc().isBlank(), column::name);
            assertFalse(column.ucd().isBlank(), column::name);
            boolean pure = column.unit().isEmpty();
            boolean length = column.ucd().contains("pos.") || column.ucd().contains("phot.flux");
            assertFalse(length && pure, () -> column.name() + " has no unit");
            boolean flag = column.name().startsWith("flag_");
            assertEquals(flag, column.type() == Type.BOOLEAN, column::name);
        }
    }

    @Test
    default void columnOfAnotherIsNotRedefined() {
        for (Column column : columns()) {
            Schema.Builder schema = new Schema.Builder();
            before().forEach(plugin -> plugin.prepare(schema));
            schema.add(column.name(), column.type(), column.unit(), column.ucd(), column.doc());
            TaskException e = assertThrows(TaskException.class, () -> plugin().prepare(schema));
            assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        }
    }

    @Test
    default void missingColumnIsNamed() {
        if (!before().isEmpty()) {
            Schema.Builder schema = new Schema.Builder();
            TaskException e = assertThrows(TaskException.class, () -> plugin().prepare(schema));
            assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        }
    }

    @Test
    default void columnsInFrontChangeNothing() {
        MeasurementInput input = MeasurementScenes.stars(1);
        List<MeasurementPlugin> chain = new ArrayList<>(chain());
        chain.add(0, schema -> {
            for (int i = 0; i < 5; i++) {
                schema.add("other_" + i, Type.DOUBLE, "", "", "of another");
            }
            return (ignored, table) -> {};
        });
        assertSameRows(measure(input), Measurements.measure(input, chain), false);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "13, 0", "0, 21", "32, 7"})
    default void positionsAreThoseOfPixels(int shiftX, int shiftY) {
        int x = 20 + shiftX;
        int y = 31 + shiftY;
        Image star = MeasurementScenes.star(64, 80, x, y, 2, 1.6);
        Catalog catalog = measure(MeasurementScenes.above(star, 1, 20));
        assertEquals(1, catalog.rows());
        for (Column column : columns()) {
            if (column.ucd().startsWith("pos.cartesian.x")) {
                assertEquals(x, number(catalog, column, 0), 1e-3, column::name);
            } else if (column.ucd().startsWith("pos.cartesian.y")) {
                assertEquals(y, number(catalog, column, 0), 1e-3, column::name);
            }
        }
    }

    @Test
    default void shiftByWholePixelsChangesPositionsOnly() {
        Skies sky =
                Skies.seeded(2).size(128, 128).stars(8).sky(0).spacing(40, 24).build();
        Image image = sky.image().science();
        Image shifted =
                Images.of(128, 128, (x, y) -> x >= 9 && y >= 14 ? image.get(x - 9, y - 14) : 0);
        Image cut = Images.of(128, 128, (x, y) -> x < 119 && y < 114 ? image.get(x, y) : 0);
        Catalog here = measure(MeasurementScenes.above(cut, 7, 60));
        Catalog there = measure(MeasurementScenes.above(shifted, 7, 60));
        assertEquals(here.rows(), there.rows());
        for (Column column : columns()) {
            for (int row = 0; row < here.rows(); row++) {
                double expected = number(here, column, row)
                        + (column.ucd().startsWith("pos.cartesian.x") ? 9 : 0)
                        + (column.ucd().startsWith("pos.cartesian.y") ? 14 : 0);
                if (Double.isFinite(expected)) {
                    double tolerance = 1e-5 * (1 + Math.abs(expected));
                    assertEquals(expected, number(there, column, row), tolerance, column::name);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void equalInputsGiveEqualValues(long seed) {
        assertEquals(
                measure(MeasurementScenes.stars(seed)), measure(MeasurementScenes.stars(seed)));
    }

    @Test
    default void sourcesDoNotDependOnTheirOrder() {
        MeasurementInput input = MeasurementScenes.stars(4);
        List<Footprint> reversed = new ArrayList<>(input.detections().footprints());
        Collections.reverse(reversed);
        Catalog forward = measure(input);
        Catalog backward = measure(withFootprints(input, reversed));
        int last = forward.rows() - 1;
        for (Column column : columns()) {
            for (int row = 0; row <= last && !column.ucd().startsWith("meta.id"); row++) {
                assertEquals(
                        number(forward, column, row),
                        number(backward, column, last - row),
                        column::name);
            }
        }
    }

    @Test
    default void sourcesDoNotDependOnThoseFarAway() {
        MeasurementInput input = MeasurementScenes.stars(5);
        List<Footprint> one = input.detections().footprints().subList(3, 4);
        Catalog all = measure(input);
        Catalog alone = measure(withFootprints(input, one));
        for (Column column : columns()) {
            if (!column.ucd().startsWith("meta.id")) {
                assertEquals(number(all, column, 3), number(alone, column, 0), column::name);
            }
        }
    }

    @Test
    default void fluxesScaleWithTheImageAndNothingElseDoes() {
        MeasurementInput one = MeasurementScenes.bright(1);
        MeasurementInput four = MeasurementScenes.bright(4); // a power of 2 leaves digits alone
        Catalog expected = measure(one);
        Catalog actual = measure(four);
        for (Column column : columns()) {
            double factor = column.ucd().contains("phot.flux") ? 4 : 1;
            for (int row = 0; row < expected.rows(); row++) {
                assertEquals(
                        factor * number(expected, column, row),
                        number(actual, column, row),
                        column::name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MaskPlanes.NO_DATA, MaskPlanes.BAD, MaskPlanes.CR})
    default void pixelsNotToBeUsedHaveNoInfluence(String plane) {
        Catalog one = measure(MeasurementScenes.withHole(plane, 1e6));
        assertSameRows(one, measure(MeasurementScenes.withHole(plane, -1e6)), true);
        assertSameRows(one, measure(MeasurementScenes.withHole(plane, Double.NaN)), true);
        assertFailuresAreFlagged(one);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    default void pixelsThatAreNotFiniteDoNotLeak(double hole) {
        Image image = MeasurementScenes.star(64, 64, 30, 30, 2, 2);
        Detections detections = MeasurementScenes.above(image, 1, 20).detections();
        Image holes = Images.with(Images.with(image, 32, 31, hole), 36, 27, hole);
        // With a variance, since a measurement that needs one has no value without.
        MaskedImage masked = MaskedImage.of(holes).withVariance(Image.constant(64, 64, 1));
        Catalog catalog = measure(Measurements.input(masked, 1, detections));
        assertFailuresAreFlagged(catalog);
        for (Column column : columns()) {
            if (!column.ucd().contains("pos.eq")) {
                double value = number(catalog, column, 0);
                assertTrue(
                        Double.isFinite(value),
                        () -> column.name() + " is " + value + " for a source with two pixels of "
                                + hole + " among good ones: leave such pixels out");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "onePixel",
                "corner",
                "whole",
                "negative",
                "zero",
                "noData",
                "row",
                "flat"
            })
    default void hopelessSourceIsFlaggedAndStopsNothing(String name) {
        Catalog catalog = measure(MeasurementScenes.hopeless(name));
        assertFailuresAreFlagged(catalog);
    }

    @Test
    default void gainMayBeInfinite() {
        MeasurementInput input = MeasurementScenes.stars(3);
        Catalog catalog = measure(new MeasurementInput(
                input.image(),
                input.background(),
                input.detections(),
                Optional.empty(),
                Double.POSITIVE_INFINITY));
        assertFailuresAreFlagged(catalog);
        Catalog noisy = measure(input);
        for (Column column : columns()) {
            if (column.ucd().startsWith("stat.error")) {
                double without = number(catalog, column, 0);
                assertTrue(without > 0 && without < number(noisy, column, 0), column::name);
            }
        }
    }

    @Test
    default void maskOfOtherPlanesWillDo() {
        MeasurementInput input = MeasurementScenes.stars(3);
        MaskedImage marked = Images.marked(input.image(), "GLINT", 1, 1);
        Background background = input.background();
        assertSameRows(
                measure(input),
                measure(new MeasurementInput(
                        marked, background, input.detections(), Optional.empty(), 1)),
                false);
    }

    @Test
    default void interruptionEndsTheWork() {
        MeasurementInput input = MeasurementScenes.stars(1);
        Schema.Builder schema = new Schema.Builder();
        List<Measurer> earlier = before().stream().map(p -> p.prepare(schema)).toList();
        Measurer measurer = plugin().prepare(schema);
        Catalog.Builder table = new Catalog.Builder(
                schema.build(), input.detections().footprints().size());
        earlier.forEach(one -> one.measure(input, table));
        Thread.currentThread().interrupt();
        try {
            TaskException e = assertThrows(
                    TaskException.class,
                    () -> measurer.measure(input, table),
                    "it went on though its thread was interrupted: call Interruption.check in long loops");
            assertEquals(ErrorCode.INTERRUPTED, e.code());
            assertTrue(Thread.currentThread().isInterrupted(), "its caller must see it, too");
        } finally {
            Thread.interrupted();
        }
    }

    /** Asserts that wherever a number is NaN, a flag of the same measurement is set. */
    private void assertFailuresAreFlagged(Catalog catalog) {
        for (int row = 0; row < catalog.rows(); row++) {
            boolean flagged = false;
            String missing = "";
            for (Column column : columns()) {
                boolean flag = column.type() == Type.BOOLEAN;
                double value = number(catalog, column, row);
                flagged |= flag && value == 1;
                if (!flag && !Double.isFinite(value)) {
                    missing = column.name();
                }
            }
            assertTrue(flagged || missing.isEmpty(), missing + " is NaN, but no flag is set");
        }
    }

    private void assertSameRows(Catalog expected, Catalog actual, boolean own) {
        assertEquals(expected.rows(), actual.rows());
        for (Column column : own ? columns() : expected.schema().columns()) {
            for (int row = 0; row < expected.rows(); row++) {
                assertEquals(
                        number(expected, column, row), number(actual, column, row), column::name);
            }
        }
    }

    private static double number(Catalog catalog, Column column, int row) {
        Schema.Key key = catalog.schema().key(column.name());
        if (column.type() == Type.BOOLEAN) {
            return catalog.flag(key, row) ? 1 : 0;
        }
        return catalog.number(key, row);
    }

    private static MeasurementInput withFootprints(
            MeasurementInput input, List<Footprint> footprints) {
        Detections old = input.detections();
        return new MeasurementInput(
                input.image(),
                input.background(),
                Detections.of(old.filtered(), footprints, old.threshold()),
                input.wcs(),
                input.gain());
    }
}
