package org.dovetail.mutants;

import java.util.function.Supplier;

/** Hands the algorithm under test to test classes, which the launcher makes without arguments. */
final class Subject {

    private static Supplier<?> maker = () -> {
        throw new IllegalStateException("no algorithm is under test");
    };

    private Subject() {}

    /** Sets what makes the algorithm; one test at a time. */
    static void set(Supplier<?> algorithm) {
        maker = algorithm;
    }

    /** Makes the algorithm; the caller knows its role. */
    @SuppressWarnings("unchecked")
    static <R> R get() {
        return (R) maker.get();
    }
}
