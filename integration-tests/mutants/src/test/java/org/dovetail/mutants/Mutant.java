package org.dovetail.mutants;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A row of a role's table: a wrong algorithm and what must find it, or why there is none.
 *
 * @param <R> the role
 */
sealed interface Mutant<R> {

    /** Returns what is wrong. */
    Flaw flaw();

    /**
     * A wrong algorithm.
     *
     * @param flaw what is wrong with it
     * @param name what it does, as a person says it
     * @param spoil makes it of a right algorithm
     * @param call a call that shows the fault, for a statement of the contract
     * @param killer what must find it
     * @param <R> the role
     */
    record Wrong<R>(Flaw flaw, String name, UnaryOperator<R> spoil, Consumer<R> call, Killer killer)
            implements Mutant<R> {

        @Override
        public String toString() {
            return flaw + ": " + name;
        }
    }

    /**
     * A fault that no algorithm of the role can have.
     *
     * @param flaw the fault
     * @param reason why not
     * @param <R> the role
     */
    record Excluded<R>(Flaw flaw, String reason) implements Mutant<R> {}
}
