package org.dovetail.mutants;

/** Why some faults cannot be; each is proved by a test. */
final class Reasons {

    /** See {@link ImmutableValuesTest}. */
    static final String IMMUTABLE = "impossible by type: what it is given cannot be changed";

    /** The role's result has no catalogue. */
    static final String NO_TABLE = "impossible by type: the role makes no table";

    private Reasons() {}
}
