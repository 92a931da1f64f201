package org.dovetail.task;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** Failures that are never the algorithm's own, and that any role method may pass on. */
    private static final Set<ErrorCode> PASSED_ON = EnumSet.of(
            ErrorCode.BROKEN_CONTRACT, ErrorCode.INTERRUPTED, ErrorCode.RESOURCE_EXHAUSTED);

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

    /**
     * Makes the call and blames the algorithm for a failure that its role does not declare, and for
     * a result of null.
     *
     * @param call the call of the algorithm
     * @param declared the failures that the role declares
     * @param <T> the type of the result
     * @return the result
     * @throws TaskException with a declared code, or with {@code BROKEN_CONTRACT}
     */
    public <T> T call(Supplier<T> call, ErrorCode... declared) {
        T result;
        try {
            result = call.get();
        } catch (TaskException e) {
            ensure(
                    PASSED_ON.contains(e.code()) || List.of(declared).contains(e.code()),
                    () -> "it failed with " + e.code() + ", which its role does not declare: "
                            + e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            throw new TaskException(
                    ErrorCode.BROKEN_CONTRACT,
                    subject + " broke the contract: it failed with " + e
                            + ", which no role declares",
                    e);
        }
        ensure(result != null, () -> "the result is null");
        return result;
    }

    /**
     * Makes a call that has no result and blames the algorithm for a failure that its role does not
     * declare.
     *
     * @param call the call of the algorithm
     * @param declared the failures that the role declares
     * @throws TaskException with a declared code, or with {@code BROKEN_CONTRACT}
     * @since 1.1
     */
    public void run(Runnable call, ErrorCode... declared) {
        call(
                () -> {
                    call.run();
                    return this;
                },
                declared);
    }
}
