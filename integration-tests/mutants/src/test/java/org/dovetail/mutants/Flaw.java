package org.dovetail.mutants;

import java.util.Locale;

/** What may be wrong with an algorithm; each role's table has each, or says why it cannot be. */
enum Flaw {
    CHANGES_INPUT,
    CHANGES_RESULT_LATER,
    IGNORES_MASK,
    WRONG_UNIT,
    WRONG_SHAPE,
    WRONG_COLUMN,
    LEAKS_NAN,
    OFF_BY_ONE_PIXEL,
    DEPENDS_ON_CALLS,
    DEPENDS_ON_THREADS,
    IGNORES_INTERRUPTION,
    LEAKS_THREAD,
    UNDECLARED_FAILURE,
    RETURNS_NULL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("nan", "NaN");
    }
}
