package org.dovetail.task;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports a failure that a person can act on.
 *
 * <p>The message says what, the value, the limit and the unit, in lower case and without a full
 * stop: {@code clipSigma must be > 0 standard deviations, was -1.0}.
 *
 * @since 1.0
 */
public final class TaskException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient @Nullable List<Mistake> mistakes;

    /**
     * One thing that is wrong with a configuration.
     *
     * @param message the rule and the values that broke it
     * @param about the settings and slots that the rule is about
     * @since 1.1
     */
    public record Mistake(String message, List<String> about) {

        /** Copies the list. */
        public Mistake {
            about = List.copyOf(about);
        }
    }

    /**
     * Creates a failure.
     *
     * @param code the kind of failure
     * @param message what happened, for a person
     */
    public TaskException(ErrorCode code, String message) {
        this(code, message, List.of());
    }

    /** Creates a failure for mistakes that {@link Checks} found. */
    TaskException(ErrorCode code, String message, List<Mistake> mistakes) {
        super(message);
        this.code = code;
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param code the kind of failure
     * @param message what was being done, and what happened, for a person
     * @param cause what was caught
     */
    public TaskException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.mistakes = List.of();
    }

    /** Returns the kind of failure. */
    public ErrorCode code() {
        return code;
    }

    /**
     * Returns what {@link Checks} found, one by one; empty for any other failure.
     *
     * @since 1.1
     */
    public List<Mistake> mistakes() {
        return mistakes == null ? List.of() : mistakes; // null after it came over a wire
    }
}
