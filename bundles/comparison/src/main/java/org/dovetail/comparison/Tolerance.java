package org.dovetail.comparison;

/**
 * How far two values may be apart and still count as equal: either limit is enough.
 *
 * <p>NaN is equal to NaN and to nothing else; an infinity to itself only.
 *
 * @param absolute the difference allowed, in the unit of the values; at least 0
 * @param relative the difference allowed as a fraction of the larger value; at least 0
 * @since 1.1
 */
public record Tolerance(double absolute, double relative) {

    /** Equal values only. */
    public static final Tolerance NONE = new Tolerance(0, 0);

    /** Refuses what is no limit. */
    public Tolerance {
        if (!(absolute >= 0) || !(relative >= 0)) {
            throw new IllegalArgumentException(
                    "a tolerance is 0 or more, not " + absolute + " and " + relative);
        }
    }

    /** Returns whether two values count as equal. */
    public boolean allows(double first, double second) {
        double difference = Math.abs(first - second);
        if (Double.isFinite(difference)) {
            return difference <= absolute
                    || difference <= relative * Math.max(Math.abs(first), Math.abs(second));
        }
        return Double.compare(first, second) == 0;
    }

    /**
     * Returns whether a number of things out of several may differ.
     *
     * @param count how many differ
     * @param all how many there are
     */
    public boolean allowsCount(long count, long all) {
        return count <= absolute || count <= relative * all;
    }
}
