package org.dovetail.testkit;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A call of an algorithm with inputs of its own.
 *
 * @param <R> the role
 */
@FunctionalInterface
public interface Call<R> {

    /**
     * Calls an algorithm.
     *
     * @param algorithm the algorithm
     * @return reads all that the result says, as a value that equals that of an equal result
     */
    Supplier<?> on(R algorithm);

    /** Makes a call whose result is a value that has an {@code equals}. */
    static <R> Call<R> of(Function<R, ?> call) {
        return algorithm -> {
            Object result = call.apply(algorithm);
            return () -> result;
        };
    }
}
