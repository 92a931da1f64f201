package org.dovetail.task;

/**
 * Says what kind of failure a {@link TaskException} reports, so that the runtime can act on it.
 *
 * @since 1.0
 */
public enum ErrorCode {
    /** A setting is wrong, or two settings do not go together. */
    INVALID_CONFIGURATION(Kind.CONFIGURATION),
    /** No algorithm of that name and version fills the role. */
    NO_SUCH_ALGORITHM(Kind.SELECTION),
    /** More than one algorithm of that name and version fills the role. */
    AMBIGUOUS_ALGORITHM(Kind.SELECTION),
    /** An input cannot be read, or is not what its name says. */
    UNREADABLE_INPUT(Kind.INPUT),
    /** An input lacks something that the task needs, such as a header card. */
    INCOMPLETE_INPUT(Kind.INPUT),
    /** Two inputs do not go together: shape, unit or detector differ. */
    MISMATCHED_INPUT(Kind.INPUT),
    /** An image has no pixel that can be used. */
    NO_USABLE_PIXELS(Kind.INPUT),
    /** There is nothing to do for these inputs; not a failure. */
    NO_WORK(Kind.NO_WORK),
    /** An output cannot be written. */
    UNWRITABLE_OUTPUT(Kind.OUTPUT),
    /** The method did not reach a result, and would not on a second try. */
    ALGORITHM_FAILED(Kind.ALGORITHM),
    /** A role's contract was broken; the message says by whom. */
    BROKEN_CONTRACT(Kind.ALGORITHM),
    /** The work was interrupted. */
    INTERRUPTED(Kind.RESOURCE),
    /** Memory, disk or another resource ran out. */
    RESOURCE_EXHAUSTED(Kind.RESOURCE),
    /** A bug in the runtime. */
    INTERNAL_ERROR(Kind.INTERNAL);

    /** Groups codes by who can do something about them. */
    public enum Kind {
        /** The user's settings. */
        CONFIGURATION,
        /** The set of installed plugins. */
        SELECTION,
        /** The user's data. */
        INPUT,
        /** Nobody: there is nothing to do. */
        NO_WORK,
        /** The place that results go to. */
        OUTPUT,
        /** The algorithm. */
        ALGORITHM,
        /** The machine. */
        RESOURCE,
        /** The runtime's authors. */
        INTERNAL
    }

    private final Kind kind;

    ErrorCode(Kind kind) {
        this.kind = kind;
    }

    /** Returns the kind of failure. */
    public Kind kind() {
        return kind;
    }
}
