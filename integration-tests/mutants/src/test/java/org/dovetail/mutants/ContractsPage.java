package org.dovetail.mutants;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dovetail.task.Role;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.InterruptibleTests;
import org.dovetail.testkit.RoleTests;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Writes {@code docs/contracts.md} of the tables. */
final class ContractsPage {

    private static final String HEAD = """
            # Contracts, and what they are worth

            This page is written by a test of the tables that other tests prove; to write it anew:

            ```
            mvn verify -pl integration-tests/mutants -am -Dtest=ContractsPageTest \\
                -Dsurefire.failIfNoSpecifiedTests=false -Ddovetail.write=true
            ```

            A role is an interface whose javadoc says what callers owe and what algorithms promise.
            Two things hold an algorithm to it:

            - **Strict mode** (`--strict`): the role's contract class stands around the algorithm and
              checks what goes in and what comes out, on the data at hand.
            - **The test kit**: an interface of JUnit tests for each role; the test class of a plugin
              implements it. It calls the algorithm through the contract class, and tests what one
              call cannot show.

            Whether they find what is wrong is tested with **mutants**: algorithms that are right but
            for one fault. Each is listed with the statement of the contract, or with all tests of
            the kit, that must find it; the build fails if others do, or none. The right algorithm
            must pass everything, with nothing skipped.

            """;

    private ContractsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("## What every role is tested for\n\n");
        page.append("All algorithms (`RoleTests`): ").append(sentences(RoleTests.class, Set.of()));
        page.append(" All that do anything (`InterruptibleTests`): ")
                .append(sentences(InterruptibleTests.class, names(RoleTests.class)));
        page.append(" Those made of others (`CompositeTests`): ")
                .append(sentences(CompositeTests.class, names(RoleTests.class)))
                .append("\n\n");
        overview(page);
        Tables.all().forEach(table -> role(page, table));
        return page.toString();
    }

    private static void overview(StringBuilder page) {
        page.append("## The roles\n\n");
        page.append("| role | mutants killed | may do nothing |\n| --- | --- | --- |\n");
        int sum = 0;
        for (MutantTable<?> table : Tables.all()) {
            int killed = (int) table.mutants().stream()
                    .filter(Mutant.Wrong.class::isInstance)
                    .count();
            sum += killed;
            page.append("| [" + table.name() + "](#" + table.name() + ") | " + killed + " | "
                    + (table.none().isPresent() ? "yes, `none`: " : "no: ") + lower(table.whyNone())
                    + " |\n");
        }
        page.append("| all | " + sum + " | |\n\n");
    }

    private static void role(StringBuilder page, MutantTable<?> table) {
        Class<?> role = table.role();
        Class<?> kit = Arrays.stream(table.kit().getInterfaces()).findFirst().orElseThrow();
        page.append("## " + table.name() + "\n\n");
        page.append(role.getAnnotation(Role.class).doc())
                .append(". Interface `")
                .append(role.getName())
                .append("`, strict mode `")
                .append(role.getAnnotation(Role.class).contract().getSimpleName())
                .append("`, tests `")
                .append(kit.getSimpleName())
                .append("`: ")
                .append(sentences(kit, names(InterruptibleTests.class)))
                .append(
                        "\n\n| what is wrong | the mutant | what kills it |\n| --- | --- | --- |\n");
        table.mutants().stream()
                .sorted(Comparator.comparing(mutant -> mutant.flaw()))
                .forEach(mutant -> page.append(row(mutant)));
        page.append('\n');
    }

    private static String row(Mutant<?> mutant) {
        if (mutant instanceof Mutant.Wrong<?> wrong) {
            return "| " + wrong.flaw() + " | " + wrong.name() + " | " + killer(wrong.killer())
                    + " |\n";
        }
        Mutant.Excluded<?> excluded = (Mutant.Excluded<?>) mutant;
        return "| " + excluded.flaw() + " | — | " + excluded.reason() + " |\n";
    }

    private static String killer(Killer killer) {
        if (killer instanceof Killer.Statement statement) {
            return "strict mode: \"" + statement.words() + "\"";
        }
        return "tests: "
                + ((Killer.Tests) killer)
                        .names().stream()
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", "));
    }

    /** Returns what the tests of an interface say, but for some, as a sentence. */
    private static String sentences(Class<?> tests, Set<String> but) {
        Set<String> names = new TreeSet<>(names(tests));
        names.removeAll(but);
        return names.stream().map(ContractsPage::words).collect(Collectors.joining("; ")) + ".";
    }

    private static Set<String> names(Class<?> tests) {
        return Arrays.stream(tests.getMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace("n a n", "NaN");
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
