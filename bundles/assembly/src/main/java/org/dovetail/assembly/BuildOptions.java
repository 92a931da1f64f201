package org.dovetail.assembly;

import java.time.Duration;

/**
 * How to build a tree.
 *
 * @param strict whether the contract of every role is checked at every call
 * @param guard whether every algorithm is held to the parts of values that it declares; each call
 *     is made at least twice
 * @param drainLimit how long a plugin that is being stopped waits for calls in flight
 * @since 1.0
 */
public record BuildOptions(boolean strict, boolean guard, Duration drainLimit) {

    /** Leaves guard mode off. */
    public BuildOptions(boolean strict, Duration drainLimit) {
        this(strict, false, drainLimit);
    }

    /** No contract checks; up to a minute for calls in flight. */
    public static final BuildOptions DEFAULT = new BuildOptions(false, Duration.ofMinutes(1));

    /** Contract checks; up to a minute for calls in flight. */
    public static final BuildOptions STRICT = new BuildOptions(true, Duration.ofMinutes(1));
}
