package org.dovetail.assembly.catalogue;

/**
 * A parameter of an algorithm's constructor.
 *
 * @param kind what is passed
 * @param name the name of the reference; empty for the settings
 * @param type the name of the Java type: the settings annotation, the role or the service
 * @param cardinality how many: the parameter is a {@code T}, an {@code Optional<T>} or a {@code
 *     List<T>}
 * @param target an LDAP filter for services; empty for any
 * @since 1.0
 */
public record Parameter(
        Kind kind, String name, String type, Cardinality cardinality, String target) {

    /** What is passed to a parameter. */
    public enum Kind {
        /** The settings, as an instance of the settings annotation. */
        SETTINGS,
        /** The settings that all algorithms of the role have in common. */
        ROLE_SETTINGS,
        /** What fills a slot. */
        SLOT,
        /** A service of the platform. */
        SERVICE
    }
}
