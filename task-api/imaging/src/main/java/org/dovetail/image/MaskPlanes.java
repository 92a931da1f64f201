package org.dovetail.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the planes of a mask; the place in the list is the bit.
 *
 * @param names upper-case names, each once; at most 31
 * @since 1.0
 */
public record MaskPlanes(List<String> names) {

    /** Defective: dead, hot or otherwise not to be used. */
    public static final String BAD = "BAD";
    /** Saturated. */
    public static final String SAT = "SAT";
    /** Filled in from neighbors. */
    public static final String INTRP = "INTRP";
    /** Hit by a cosmic ray. */
    public static final String CR = "CR";
    /** Too near to the edge for a filter to be complete. */
    public static final String EDGE = "EDGE";
    /** Part of a detected source. */
    public static final String DETECTED = "DETECTED";
    /** Part of a negative detection. */
    public static final String DETECTED_NEGATIVE = "DETECTED_NEGATIVE";
    /** Beyond the range in which the detector is known to be linear. */
    public static final String SUSPECT = "SUSPECT";
    /** Never exposed, or without a value. */
    public static final String NO_DATA = "NO_DATA";

    /** The planes that every mask has, on bits 0 to 8. */
    public static final MaskPlanes STANDARD = new MaskPlanes(
            List.of(BAD, SAT, INTRP, CR, EDGE, DETECTED, DETECTED_NEGATIVE, SUSPECT, NO_DATA));

    /** Copies the list and checks it. */
    public MaskPlanes {
        names = List.copyOf(names);
        if (names.size() > 31 || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException(
                    "a mask has at most 31 planes of different names, not " + names);
        }
    }

    /**
     * Returns the bits of some planes.
     *
     * @param planes names of planes
     * @return an integer with these planes' bits set
     * @throws IllegalArgumentException if there is no such plane
     */
    public int bits(String... planes) {
        int bits = 0;
        for (String plane : planes) {
            int bit = names.indexOf(plane);
            if (bit < 0) {
                throw new IllegalArgumentException(
                        "no mask plane " + plane + "; there are " + names);
            }
            bits |= 1 << bit;
        }
        return bits;
    }

    /** Returns the bits of some planes, for names in a list. */
    public int bits(List<String> planes) {
        return bits(planes.toArray(String[]::new));
    }

    /** Returns these planes and one more; the same if it is there already. */
    public MaskPlanes with(String plane) {
        if (names.contains(plane)) {
            return this;
        }
        List<String> more = new ArrayList<>(names);
        more.add(plane);
        return new MaskPlanes(more);
    }
}
