package org.dovetail.assembly;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long the calls of each slot took.
 *
 * @param slots by path of the slot, such as {@code process-ccd.background}
 * @since 1.0
 */
public record Timings(SortedMap<String, Timing> slots) {

    /** Copies the map. */
    public Timings {
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
    }

    /**
     * The calls of one slot.
     *
     * @param calls how many calls have ended
     * @param nanoseconds how long they took together, with the calls that they made
     */
    public record Timing(long calls, long nanoseconds) {}
}
