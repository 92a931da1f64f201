package org.dovetail.catalog;

import java.util.regex.Pattern;

/**
 * A column of a catalogue.
 *
 * @param name lower case, digits and underscores, begins with a letter
 * @param type the type of its values
 * @param unit the unit as VOUnit writes it; empty for a pure number
 * @param ucd the Unified Content Descriptor (UCD1+); may be empty
 * @param doc what it holds, in one line
 * @since 1.0
 */
public record Column(String name, Type type, String unit, String ucd, String doc) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** The types of values. */
    public enum Type {
        /** A 64-bit floating-point number; NaN where there is none. */
        DOUBLE,
        /** A 32-bit floating-point number; NaN where there is none. */
        FLOAT,
        /** A 64-bit whole number. */
        LONG,
        /** A 32-bit whole number. */
        INT,
        /** True or false. */
        BOOLEAN
    }

    /** Refuses names that some table format could not keep. */
    public Column {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no column name: lower case, digits and underscores");
        }
    }
}
