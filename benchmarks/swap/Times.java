package org.dovetail.benchmarks.swap;

import java.lang.ref.WeakReference;
import java.util.List;

/** Arithmetic of times. */
public final class Times {

    private Times() {}

    /** Returns the milliseconds since a time in nanoseconds. */
    public static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns the value that a share of all is below. */
    static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(each -> each).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** Returns how many there were, and how many there are. */
    public static int[] alive(List<WeakReference<ClassLoader>> loaders) {
        int alive = 0;
        for (WeakReference<ClassLoader> loader : loaders) {
            alive += loader.get() == null ? 0 : 1;
        }
        return new int[] {loaders.size(), alive};
    }
}
