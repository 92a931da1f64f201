package org.dovetail.assembly.catalogue;

/**
 * A component that would be an algorithm, but cannot be used.
 *
 * @param component the name of the component; the bundle's name if the whole bundle is rejected
 * @param bundle name and version of the bundle, as {@code org.example.mesh@1.0.0}
 * @param reason why, for a person, such as {@code needs Java 21; this is Java 17}
 * @param detail what the framework says of it, such as a filter; empty if it says nothing
 * @param file the file of the bundle; empty if it has none
 * @since 1.0
 */
public record Rejection(
        String component, String bundle, String reason, String detail, String file) {

    /** Says why, without what the framework says. */
    public Rejection(String component, String bundle, String reason) {
        this(component, bundle, reason, "", "");
    }
}
