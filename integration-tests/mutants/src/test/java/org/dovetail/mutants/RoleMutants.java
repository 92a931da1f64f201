package org.dovetail.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves that the contract and the test kit of a role find the mutants of its table.
 *
 * @param <R> the role
 */
interface RoleMutants<R> {

    /** Returns the table of the role. */
    MutantTable<R> table();

    @Test
    default void rightAlgorithmPassesEveryTestAndNoneIsSkipped() {
        KitRun run = KitRun.of(table().kit(), table()::right);
        assertEquals(Map.of(), run.failed());
        assertEquals(Set.of(), run.skipped());
        assertFalse(run.passed().isEmpty());
    }

    @Test
    default void rightAlgorithmKeepsTheContract() {
        MutantTable<R> table = table();
        for (Mutant<R> mutant : table.mutants()) {
            if (mutant instanceof Mutant.Wrong<R> wrong) {
                wrong.call().accept(table.strict(table.right(), "the right algorithm"));
            }
        }
    }

    @TestFactory
    default Stream<DynamicTest> mutantIsKilledByName() {
        return table().mutants().stream()
                .filter(Mutant.Wrong.class::isInstance)
                .map(mutant -> (Mutant.Wrong<R>) mutant)
                .map(wrong -> DynamicTest.dynamicTest(wrong.toString(), () -> kill(wrong)));
    }

    private void kill(Mutant.Wrong<R> wrong) {
        if (wrong.killer() instanceof Killer.Statement statement) {
            R strict = table().strict(wrong.spoil().apply(table().right()), "the mutant");
            TaskException e =
                    assertThrows(TaskException.class, () -> wrong.call().accept(strict));
            assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
            String blame = "the mutant broke the contract: ";
            assertTrue(e.getMessage().startsWith(blame), e.getMessage());
            assertTrue(e.getMessage().contains(statement.words()), e.getMessage());
        } else if (wrong.killer() instanceof Killer.Tests tests) {
            KitRun run = KitRun.of(table().kit(), () -> wrong.spoil().apply(table().right()));
            assertEquals(
                    tests.names(), run.failed().keySet(), () -> run.failed().toString());
        }
    }

    @Test
    default void everyFlawIsThere() {
        EnumSet<Flaw> rest = EnumSet.allOf(Flaw.class);
        table().mutants().forEach(mutant -> rest.remove(mutant.flaw()));
        assertEquals(EnumSet.noneOf(Flaw.class), rest);
    }

    @AfterEach
    default void endStrays() {
        Faults.endStrays();
    }
}
