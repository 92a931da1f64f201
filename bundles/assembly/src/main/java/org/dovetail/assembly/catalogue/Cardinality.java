package org.dovetail.assembly.catalogue;

/**
 * How many of something there are in one place.
 *
 * @since 1.0
 */
public enum Cardinality {
    /** Just one. */
    ONE,
    /** One or none. */
    OPTIONAL,
    /** Any number, in order. */
    LIST,
    /** One or more, in order. */
    AT_LEAST_ONE;

    /** Tells whether several may stand in the place. */
    public boolean isList() {
        return this == LIST || this == AT_LEAST_ONE;
    }

    /** Tells whether the place must not be left empty. */
    public boolean isRequired() {
        return this == ONE || this == AT_LEAST_ONE;
    }
}
