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
    LIST
}
