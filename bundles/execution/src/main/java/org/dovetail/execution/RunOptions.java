package org.dovetail.execution;

/**
 * How a run is carried out; changes no output.
 *
 * @param jobs how many quanta run at a time; at least 1
 * @param failFast whether the first failure keeps further quanta from beginning
 * @param strict whether caveats count in the exit code
 * @param digests whether the result tells the digests of what was written: of a large frame, a
 *     second of work that only a report for programs asks for
 * @since 1.0
 */
public record RunOptions(int jobs, boolean failFast, boolean strict, boolean digests) {

    /** One at a time, all of them, without caveats, with digests. */
    public static final RunOptions DEFAULT = new RunOptions(1, false, false);

    /** Creates options for a result with digests. */
    public RunOptions(int jobs, boolean failFast, boolean strict) {
        this(jobs, failFast, strict, true);
    }
}
