package org.dovetail.assembly.config;

/**
 * Something about a request that a person should know, although nothing is wrong.
 *
 * @param origin where the cause is
 * @param path the place in the configuration tree
 * @param message what to know
 * @since 1.0
 */
public record Note(Origin origin, String path, String message) {

    /** Returns {@code file:line:column: path: message}. */
    @Override
    public String toString() {
        return origin + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
