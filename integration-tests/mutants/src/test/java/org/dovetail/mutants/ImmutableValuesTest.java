package org.dovetail.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.image.Box;
import org.dovetail.image.Exposure;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.image.Surface;
import org.dovetail.image.Wcs;
import org.dovetail.role.detection.Footprint;
import org.dovetail.role.detection.Labels;
import org.dovetail.testkit.Images;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves what {@link Reasons} says. */
class ImmutableValuesTest {

    /** Classes with arrays inside, looked at one by one below. */
    private static final Set<Class<?>> LOOKED_AT =
            Set.of(Image.class, Mask.class, Labels.class, Footprint.class, Exposure.class);

    /** Values of the JDK that do not change. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class, Double.class, Float.class, Integer.class, Long.class, Boolean.class);

    @TestFactory
    Stream<DynamicTest> algorithmCannotChangeWhatItIsGiven() {
        return Tables.all().stream()
                .filter(table -> says(table, Flaw.CHANGES_INPUT, Reasons.IMMUTABLE))
                .map(table -> DynamicTest.dynamicTest(
                        table.role().getSimpleName(), () -> assertGivenValuesStay(table)));
    }

    private static <R> void assertGivenValuesStay(MutantTable<R> table) {
        List<Object> given = new ArrayList<>();
        table.call().accept(table.around(table.right(), () -> (right, arguments) -> {
            given.addAll(Arrays.asList(arguments));
            return right.with(arguments);
        }));
        assertNotEquals(List.of(), given);
        given.forEach(ImmutableValuesTest::assertStays);
    }

    private static void assertStays(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(ImmutableValuesTest::assertStays);
        } else if (value instanceof List<?> list) {
            assertThrows(UnsupportedOperationException.class, list::clear);
            list.forEach(ImmutableValuesTest::assertStays);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                assertStays(read(component, record));
            }
        } else {
            boolean onlyRead = value instanceof Surface || value instanceof Wcs;
            assertTrue(
                    value instanceof Enum
                            || PLAIN.contains(value.getClass())
                            || LOOKED_AT.contains(value.getClass())
                            || onlyRead,
                    () -> value.getClass() + " is not known to stay as it is");
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void valuesWithArraysHaveOnlyFinalPrivateFields() {
        for (Class<?> type : LOOKED_AT) {
            assertTrue(Modifier.isFinal(type.getModifiers()), type::toString);
            for (Field field : type.getDeclaredFields()) {
                boolean constant = Modifier.isStatic(field.getModifiers());
                assertTrue(Modifier.isFinal(field.getModifiers()), field::toString);
                assertTrue(constant || Modifier.isPrivate(field.getModifiers()), field::toString);
            }
        }
    }

    /** Surfaces and sky coordinates have no method that takes something to keep. */
    @ParameterizedTest
    @ValueSource(classes = {Surface.class, Wcs.class})
    void interfaceOnlyReads(Class<?> type) {
        assertTrue(Arrays.stream(type.getMethods())
                .filter(method -> method.getReturnType() == void.class)
                .allMatch(method -> method.getName().equals("row")));
    }

    @Test
    void arraysThatAnImageHandsOutAreCopies() {
        Image image = Images.of(4, 3, (x, y) -> x + 10 * y);
        Image same = Images.of(4, 3, (x, y) -> x + 10 * y);
        Arrays.fill(image.toArray(), -1);
        float[] row = new float[4];
        image.row(1, row);
        Arrays.fill(row, -1);
        image.row(0, 1, 4, row, 0);
        Arrays.fill(row, -1);
        Surface.of(image).row(1, row);
        Arrays.fill(row, -1);
        Arrays.fill(image.crop(new Box(0, 0, 4, 3)).toArray(), -1);
        assertEquals(same, image);
        assertArrays(Image.class, "toArray");
    }

    @Test
    void arraysThatAMaskHandsOutAreCopies() {
        Mask mask = Mask.clear(4, 3);
        Arrays.fill(mask.toArray(), -1);
        int[] row = new int[4];
        mask.row(1, row);
        Arrays.fill(row, -1);
        mask.row(0, 1, 4, row);
        Arrays.fill(row, -1);
        Arrays.fill(mask.or(mask).toArray(), -1);
        assertEquals(Mask.clear(4, 3), mask);
        assertArrays(Mask.class, "toArray");
    }

    @Test
    void labelsAndFootprintsHandOutNoArray() {
        assertArrays(Labels.class);
        assertArrays(Footprint.class);
        assertArrays(Exposure.class);
        Labels labels = Labels.of(4, 3, List.of(Footprint.wrap(new int[] {1, 1, 3}, 1, 1, 5)));
        int[] row = new int[4];
        labels.row(1, row);
        Arrays.fill(row, -1);
        assertEquals(1, labels.get(1, 1));
        assertEquals(0, labels.get(0, 1));
    }

    /** Asserts which methods return arrays, so that a new one is looked at. */
    private static void assertArrays(Class<?> type, String... names) {
        assertEquals(
                Set.of(names),
                Set.copyOf(Arrays.stream(type.getMethods())
                        .filter(method -> method.getReturnType().isArray())
                        .map(method -> method.getName())
                        .toList()));
    }

    @TestFactory
    Stream<DynamicTest> roleWithoutTableMakesNone() {
        return eachThatSays(Flaw.WRONG_COLUMN, Reasons.NO_TABLE, table -> {
            assertFalse(reaches(method(table).getGenericReturnType(), Catalog.class));
        });
    }

    @TestFactory
    Stream<DynamicTest> roleWithoutMaskIsGivenNone() {
        return eachThatSays(Flaw.IGNORES_MASK, Reasons.NO_MASK, table -> {
            for (Type type : method(table).getGenericParameterTypes()) {
                assertFalse(reaches(type, Mask.class));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> roleOfMarksGivesNothingElse() {
        return eachThatSays(
                Flaw.WRONG_UNIT,
                Reasons.MARKS_ONLY,
                table -> assertEquals(Mask.class, method(table).getReturnType()));
    }

    /** {@link Reasons#CATALOG_COPIED}. */
    @Test
    void catalogDoesNotChangeWithItsTable() {
        Schema.Builder schema = new Schema.Builder();
        Schema.Key x = schema.add("x", Column.Type.DOUBLE, "pixel", "pos", "Column");
        Catalog.Builder table = new Catalog.Builder(schema.build(), 2);
        table.set(x, 0, 3);
        Catalog before = table.build();
        table.set(x, 0, 4);
        assertEquals(3, before.number(x, 0));
        Arrays.fill(before.numbers("x"), 5);
        assertEquals(3, before.number(x, 0));
    }

    private static Stream<DynamicTest> eachThatSays(
            Flaw flaw, String reason, Consumer<MutantTable<?>> check) {
        return Tables.all().stream()
                .filter(table -> says(table, flaw, reason))
                .map(table -> DynamicTest.dynamicTest(
                        table.role().getSimpleName(), () -> check.accept(table)));
    }

    private static Method method(MutantTable<?> table) {
        return Arrays.stream(table.role().getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean reaches(Type type, Class<?> part) {
        if (type instanceof ParameterizedType generic) { // a list or an option
            return Arrays.stream(generic.getActualTypeArguments())
                    .anyMatch(argument -> reaches(argument, part));
        }
        return type == part
                || type instanceof Class<?> record
                        && record.isRecord()
                        && Arrays.stream(record.getRecordComponents())
                                .anyMatch(component -> reaches(component.getGenericType(), part));
    }

    private static boolean says(MutantTable<?> table, Flaw flaw, String reason) {
        return table.mutants().stream()
                .anyMatch(mutant -> mutant instanceof Mutant.Excluded<?> excluded
                        && excluded.flaw() == flaw
                        && excluded.reason().equals(reason));
    }
}
