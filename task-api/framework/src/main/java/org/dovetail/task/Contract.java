package org.dovetail.task;

import java.util.function.Supplier;

/**
 * Checks the two sides of a role's contract and names the side that broke it.
 *
 * <p>A role's contract class implements the role around the real algorithm. Before the call it
 * {@linkplain #require requires} what the caller owes; after it, it {@linkplain #ensure ensures}
 * what the algorithm owes. The same class serves strict mode, the contract tests and the
 * verification of plugins.
 *
 * @since 1.0
 */
public final class Contract {

    private final String subject;

    /**
     * Creates the contract of one algorithm in one slot.
     *
     * @param subject who is being checked, such as {@code background (mesh 1.0.0)}
     */
    public Contract(String subject) {
        this.subject = subject;
    }

    /** Returns who is being checked. */
    public String subject() {
        return subject;
    }

    /**
     * Blames the caller unless the condition holds.
     *
     * @param holds what the caller owes
     * @param what the rule and the value that broke it
     * @throws TaskException with {@code BROKEN_CONTRACT} if it does not hold
     */
    public void require(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new TaskException(
                    ErrorCode.BROKEN_CONTRACT,
                    "the caller of " + subject + " broke the contract: " + what.get());
        }
    }

    /**
     * Blames the algorithm unless the condition holds.
     *
     * @param holds what the algorithm owes
     * @param what the rule and the value that broke it
     * @throws TaskException with {@code BROKEN_CONTRACT} if it does not hold
     */
    public void ensure(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new TaskException(
                    ErrorCode.BROKEN_CONTRACT, subject + " broke the contract: " + what.get());
        }
    }
}
