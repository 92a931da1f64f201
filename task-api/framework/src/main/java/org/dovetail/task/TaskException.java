package org.dovetail.task;

import java.io.Serial;

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

    /**
     * Creates a failure.
     *
     * @param code the kind of failure
     * @param message what happened, for a person
     */
    public TaskException(ErrorCode code, String message) {
        super(message);
        this.code = code;
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
    }

    /** Returns the kind of failure. */
    public ErrorCode code() {
        return code;
    }
}
