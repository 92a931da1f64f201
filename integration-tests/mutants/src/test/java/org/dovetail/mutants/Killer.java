package org.dovetail.mutants;

import java.util.Set;
import java.util.TreeSet;

/** What must find a mutant, and nothing else may. */
sealed interface Killer {

    /**
     * A statement of the role's contract, in strict mode.
     *
     * @param words part of the message
     */
    record Statement(String words) implements Killer {}

    /**
     * Tests of the test kit.
     *
     * @param names all methods that must fail
     */
    record Tests(Set<String> names) implements Killer {}

    static Killer statement(String words) {
        return new Statement(words);
    }

    static Killer tests(String... names) {
        return new Tests(new TreeSet<>(Set.of(names)));
    }
}
