package org.dovetail.execution;

/**
 * How a run is carried out; changes no output.
 *
 * @param jobs how many quanta run at a time; at least 1
 * @param failFast whether the first failure keeps further quanta from beginning
 * @param strict whether caveats count in the exit code
 * @since 1.0
 */
public record RunOptions(int jobs, boolean failFast, boolean strict) {

    /** One at a time, all of them, without caveats. */
    public static final RunOptions DEFAULT = new RunOptions(1, false, false);
}
