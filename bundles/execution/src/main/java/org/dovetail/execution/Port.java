package org.dovetail.execution;

/**
 * A dataset that a pipeline task takes or gives: one component of its record.
 *
 * @param dataset the dataset type, such as {@code raw}
 * @param doc what it is, in one line
 * @param type the Java type of one dataset
 * @param count how many there are
 * @param primary whether a run's plain file arguments are such datasets
 * @since 1.0
 */
public record Port(String dataset, String doc, Class<?> type, Count count, boolean primary) {

    /** How many datasets a component is. */
    public enum Count {
        /** Just one. */
        ONE,
        /** One or none. */
        OPTIONAL,
        /** Any number. */
        MANY
    }
}
