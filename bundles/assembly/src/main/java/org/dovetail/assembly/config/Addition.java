package org.dovetail.assembly.config;

/** Spells out {@code SLOT+=ALGORITHM}: the list that there is, and one more. */
final class Addition {

    private static final String SIGN = "+=";

    private Addition() {}

    /** Returns an assignment with a list that begins with what is there already. */
    static String spelledOut(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 2 || !assignment.startsWith(SIGN, equals - 1)) {
            return assignment;
        }
        String slot = assignment.substring(0, equals - 1).strip();
        String added = assignment.substring(equals + 1).strip();
        boolean list = added.startsWith("[") && added.endsWith("]");
        return slot + "=[" + Layer.THOSE_BEFORE + ", "
                + (list ? added.substring(1) : quoted(added) + "]");
    }

    /** A range has characters that mean something in a list. */
    private static String quoted(String name) {
        boolean plain = name.matches("[A-Za-z0-9@._-]+");
        return plain ? name : "'" + name.replace("'", "''") + "'";
    }
}
