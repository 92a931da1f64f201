package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.plugin.measurement.IsophotalCentroid;
import org.dovetail.role.measurement.MeasurementInput;
import org.dovetail.role.measurement.MeasurementPlugin;
import org.dovetail.role.measurement.MeasurementPluginContract;
import org.dovetail.role.measurement.Measurer;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.dovetail.testkit.measurement.MeasurementPluginTests;
import org.dovetail.testkit.measurement.MeasurementScenes;

class MeasurementMutantsTest implements RoleMutants<MeasurementPlugin> {

    private static final MeasurementInput STARS = MeasurementScenes.stars(1);

    /** What is done to a table after a right measurement. */
    @FunctionalInterface
    private interface Spoil {

        void in(MeasurementInput input, Catalog.Builder table, Key x);
    }

    static class Kit implements MeasurementPluginTests {

        @Override
        public MeasurementPlugin plugin() {
            return Subject.get();
        }
    }

    @Override
    public MutantTable<MeasurementPlugin> table() {
        return columns(MutantTable.of(MeasurementPlugin.class, MeasurementPluginContract::new)
                        .right(() -> centroid("BAD", "CR", "NO_DATA"))
                        .kit(Kit.class)
                        .mayNotBeNone("Measurements are a list: leave it out.")
                        .call(MeasurementMutantsTest::measure)
                        .lift((plugin, faults) -> schema ->
                                Fault.around(Measurer.class, plugin.prepare(schema), faults)))
                .excluded(Flaw.CHANGES_RESULT_LATER, Reasons.CATALOG_COPIED)
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "writes to a column of another",
                        right -> spoiled(
                                right,
                                (input, table, x) -> table.setWhole(new Key(0, OTHER), 0, 7)),
                        statement("column other is another's, but row 0 was changed"))
                .mutant(
                        Flaw.IGNORES_MASK,
                        "uses bad pixels",
                        right -> centroid(),
                        tests("pixelsNotToBeUsedHaveNoInfluence"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "gives arc seconds",
                        right -> spoiled(
                                right,
                                (input, table, x) ->
                                        each(table, x, row -> 0.26 * table.number(x, row))),
                        tests(
                                "positionsAreThoseOfPixels",
                                "shiftByWholePixelsChangesPositionsOnly"))
                .mutant(
                        Flaw.WRONG_UNIT,
                        "has a limit that is no multiple of the noise",
                        right -> spoiled(
                                right,
                                (input, table, x) -> add(
                                        table, x, 0, 1e-4 / input.background().meanScatter())),
                        tests(
                                "fluxesScaleWithTheImageAndNothingElseDoes",
                                "sourcesDoNotDependOnTheirOrder",
                                "sourcesDoNotDependOnThoseFarAway"))
                .mutant(
                        Flaw.WRONG_SHAPE,
                        "leaves the last source out",
                        right -> spoiled(
                                right,
                                (input, table, x) -> table.set(x, table.rows() - 1, Double.NaN)),
                        statement("x of source 20 is NaN, but no flag is set"))
                .mutant(
                        Flaw.LEAKS_NAN,
                        "gives NaN without a flag",
                        right -> spoiled(right, (input, table, x) -> table.set(x, 3, Double.NaN)),
                        statement("x of source 4 is NaN, but no flag is set"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "counts columns from one",
                        right -> spoiled(
                                right,
                                (input, table, x) ->
                                        each(table, x, row -> table.number(x, row) + 1)),
                        tests("positionsAreThoseOfPixels"))
                .mutant(
                        Flaw.OFF_BY_ONE_PIXEL,
                        "counts from the corner of the first pixel",
                        right -> spoiled(
                                right,
                                (input, table, x) ->
                                        each(table, x, row -> table.number(x, row) + 0.5)),
                        tests("positionsAreThoseOfPixels"))
                .mutant(
                        Flaw.DEPENDS_ON_CALLS,
                        "remembers the images before",
                        right -> remembering(right),
                        tests("callsBeforeDoNotMatter", "threadsGetTheSameAnswers"))
                .mutant(
                        Flaw.DEPENDS_ON_CALLS,
                        "depends on the order of the sources",
                        right -> spoiled(
                                right,
                                (input, table, x) ->
                                        each(table, x, row -> table.number(x, row) + 1e-9 * row)),
                        tests("sourcesDoNotDependOnTheirOrder", "sourcesDoNotDependOnThoseFarAway"))
                .mutant(
                        Flaw.RETURNS_NULL,
                        "prepares nothing",
                        right -> Fault.around(MeasurementPlugin.class, right, Faults::returnsNull),
                        statement("the result is null"))
                .mutant(
                        Flaw.UNDECLARED_FAILURE,
                        "fails for one faint source",
                        right -> spoiled(right, (input, table, x) -> {
                            throw new TaskException(ErrorCode.ALGORITHM_FAILED, "too faint");
                        }),
                        statement("it failed with ALGORITHM_FAILED, which its role does not"))
                .failures()
                .interruption()
                .threads();
    }

    private MutantTable<MeasurementPlugin> columns(MutantTable<MeasurementPlugin> table) {
        return table.mutant(
                        Flaw.WRONG_COLUMN,
                        "drops its columns",
                        right -> schema -> {
                            right.prepare(new Schema.Builder());
                            return (input, rows) -> {};
                        },
                        statement("it adds no column"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "does not say what a column holds",
                        right -> schema -> {
                            schema.add("z", Column.Type.INT, "", "meta.number", "");
                            return right.prepare(schema);
                        },
                        statement("column z has no doc"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "does not say the unit of a position",
                        right -> schema -> {
                            schema.add("z", Column.Type.INT, "", "pos.cartesian.z", "Depth");
                            return right.prepare(schema);
                        },
                        tests("columnsAreDescribed"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "takes over a column of another",
                        right -> schema -> schema.find("x").isPresent()
                                ? (input, rows) -> {}
                                : right.prepare(schema),
                        tests("columnOfAnotherIsNotRedefined"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "writes to columns by their place",
                        right -> schema -> {
                            Measurer measurer = right.prepare(new Schema.Builder());
                            right.prepare(schema);
                            return measurer;
                        },
                        statement("it failed with java.lang.ClassCastException"));
    }

    private static final Column OTHER =
            new Column("other", Column.Type.LONG, "", "meta.id", "Another's");

    private static MeasurementPlugin centroid(String... ignoredPlanes) {
        return new IsophotalCentroid(
                Configs.of(IsophotalCentroid.Config.class, "ignoredPlanes", ignoredPlanes));
    }

    /** Measures stars after another measurement. */
    private static void measure(MeasurementPlugin plugin) {
        Schema.Builder schema = new Schema.Builder();
        schema.add("other", OTHER.type(), OTHER.unit(), OTHER.ucd(), OTHER.doc());
        Measurer measurer = plugin.prepare(schema);
        measurer.measure(
                STARS,
                new Catalog.Builder(
                        schema.build(), STARS.detections().footprints().size()));
    }

    private static MeasurementPlugin spoiled(MeasurementPlugin right, Spoil spoil) {
        return schema -> {
            Measurer measurer = right.prepare(schema);
            Key x = schema.require("x");
            return (input, table) -> {
                measurer.measure(input, table);
                if (table.rows() > 0) {
                    spoil.in(input, table, x);
                }
            };
        };
    }

    private static MeasurementPlugin remembering(MeasurementPlugin right) {
        AtomicInteger calls = new AtomicInteger();
        return spoiled(right, (input, table, x) -> add(table, x, 0, calls.getAndIncrement()));
    }

    private static void each(Catalog.Builder table, Key x, IntToDoubleFunction value) {
        for (int row = 0; row < table.rows(); row++) {
            table.set(x, row, value.applyAsDouble(row));
        }
    }

    private static void add(Catalog.Builder table, Key x, int row, double value) {
        table.set(x, row, table.number(x, row) + value);
    }
}
