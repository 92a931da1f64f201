package org.dovetail.assembly.config;

import org.dovetail.task.ErrorCode;

/**
 * Something wrong with a request.
 *
 * @param code the kind of failure
 * @param origin where the cause is
 * @param path the place in the configuration tree; empty if there is none
 * @param message what is wrong, for a person
 * @since 1.0
 */
public record Problem(ErrorCode code, Origin origin, String path, String message) {

    /** Returns {@code file:line:column: path: message}. */
    @Override
    public String toString() {
        return origin + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }
}
