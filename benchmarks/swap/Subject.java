package org.dovetail.benchmarks.swap;

/** Something whose versions are swapped. */
public interface Subject extends AutoCloseable {

    /** Returns what is swapped. */
    String name();

    /**
     * Has the next version serve a call, and then takes the old one away.
     *
     * @return milliseconds from the command to the answer of the new version, and of which parts
     *     they consist
     */
    double[] swap() throws Exception;

    /** Returns the names of the parts. */
    String[] parts();

    /** Calls what is there now, as a user would; throws if the answer is wrong. */
    void call();

    /** Returns how many versions were installed so far, and how many of their loaders are alive. */
    int[] loaders();
}
