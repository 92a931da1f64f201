package org.dovetail.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dovetail.task.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Proves that an algorithm that does nothing is there just where a role permits it, and sound. */
class NoneTest {

    @Test
    void everyRoleHasATable() {
        assertEquals(
                Roles.all(),
                Tables.all().stream().map(MutantTable::role).collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> tableHasNoneWhereTheRolePermitsItAndSaysWhy() {
        return Tables.all().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    assertEquals(
                            table.role().getAnnotation(Role.class).permitsNone(),
                            table.none().isPresent());
                    assertFalse(table.whyNone().isBlank());
                }));
    }

    @TestFactory
    Stream<DynamicTest> nonePassesTheTestsOfItsRoleAndSkipsNone() {
        return nones(none -> {
            KitRun run = KitRun.of(none.kit(), none.algorithm());
            assertEquals(Map.of(), run.failed());
            assertEquals(Set.of(), run.skipped());
            assertFalse(run.passed().isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> noneIsCalledNone() {
        return nones(none -> {
            Class<?> type = none.algorithm().get().getClass();
            String component = "/OSGI-INF/" + type.getName() + ".xml";
            try (InputStream in = type.getResourceAsStream(component)) {
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(xml.contains("name=\"task.type\" type=\"String\" value=\"none\""), xml);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Stream<DynamicTest> nones(Consumer<MutantTable.None> check) {
        return Tables.all().stream()
                .filter(table -> table.none().isPresent())
                .map(table -> DynamicTest.dynamicTest(
                        table.name(), () -> check.accept(table.none().orElseThrow())));
    }
}
