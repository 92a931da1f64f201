package org.dovetail.mutants;

/** Why some faults cannot be; each is proved by a test. */
final class Reasons {

    /** See {@link ImmutableValuesTest}. */
    static final String IMMUTABLE = "impossible by type: what it is given cannot be changed";

    /** The role's result has no catalogue. */
    static final String NO_TABLE = "impossible by type: the role makes no table";

    /** The role is given no mask. */
    static final String NO_MASK = "impossible by type: the role is given no mask";

    /** The role's result is marks, which have no unit and are no numbers. */
    static final String MARKS_ONLY = "impossible by type: the result is marks, not numbers";

    /** The measurement fills a table that its caller builds. */
    static final String CATALOG_COPIED =
            "impossible by type: the caller's table makes a catalogue of copies";

    /** A pipeline task may be of any domain. */
    static final String GENERIC =
            "not the role's to say: it promises datasets; the roles of its slots promise what is"
                    + " in them";

    private Reasons() {}
}
