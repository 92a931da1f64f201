package org.dovetail.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tolerance of each kind of value, and of single planes, columns and cards by their name.
 *
 * @param byName by kind or name
 * @since 1.1
 */
public record Tolerances(Map<String, Tolerance> byName) {

    /** Pixel values of an image. */
    public static final String PIXELS = "pixels";
    /** Pixel values of a variance plane. */
    public static final String VARIANCE = "variance";
    /** Pixels that differ in a mask plane: their number, or their fraction of all pixels. */
    public static final String MASK = "mask";
    /** Sources without a partner: their number, or their fraction of the larger catalogue. */
    public static final String SOURCES = "sources";
    /** Columns with a position in the image (UCD {@code pos}), in pixels. */
    public static final String POSITION = "position";
    /** Columns with a position in the sky (UCD {@code pos.eq}), in degrees. */
    public static final String SKY = "sky";
    /** Columns with a flux or a magnitude (UCD {@code phot}). */
    public static final String FLUX = "flux";
    /** All other columns. */
    public static final String COLUMN = "column";
    /** Numbers in a header. */
    public static final String HEADER = "header";

    /** All kinds. */
    public static final List<String> KINDS =
            List.of(PIXELS, VARIANCE, MASK, SOURCES, POSITION, SKY, FLUX, COLUMN, HEADER);

    private static final List<String> VALUES =
            List.of(PIXELS, VARIANCE, POSITION, SKY, FLUX, COLUMN, HEADER);

    /** Equal values only. */
    public static final Tolerances NONE = new Tolerances(Map.of());

    /** Copies the map. */
    public Tolerances {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads tolerances such as {@code pixels=0.01}, {@code flux=0.1%} (relative) or {@code
     * flux=0.1,0.1%} (either); without a kind, such as {@code 1e-6%}, of all values but numbers of
     * pixels and sources. A later one of the same kind wins.
     *
     * @param texts the tolerances as written
     * @return the tolerances
     * @throws IllegalArgumentException with a message for a person if one is none
     */
    public static Tolerances parse(List<String> texts) {
        Map<String, Tolerance> byName = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            Tolerance tolerance = tolerance(text, text.substring(equals + 1));
            if (equals < 0) {
                for (String kind : VALUES) {
                    byName.put(kind, tolerance);
                }
            } else {
                byName.put(text.substring(0, equals).strip(), tolerance);
            }
        }
        return new Tolerances(byName);
    }

    private static Tolerance tolerance(String whole, String text) {
        double absolute = 0;
        double relative = 0;
        for (String part : text.split(",")) {
            boolean percent = part.endsWith("%");
            try {
                double value =
                        Double.parseDouble(percent ? part.substring(0, part.length() - 1) : part);
                absolute = percent ? absolute : value;
                relative = percent ? value / 100 : relative;
            } catch (NumberFormatException e) {
                throw wrong(whole, e);
            }
        }
        try {
            return new Tolerance(absolute, relative);
        } catch (IllegalArgumentException e) {
            throw wrong(whole, e);
        }
    }

    private static IllegalArgumentException wrong(String text, Exception cause) {
        return new IllegalArgumentException(
                "must be KIND=VALUE, KIND=PERCENT% or KIND=VALUE,PERCENT%, each 0 or more, was '"
                        + text + "'",
                cause);
    }

    /** Returns the tolerance of the first name that has one. */
    Tolerance of(String... names) {
        for (String name : names) {
            Tolerance found = byName.get(name);
            if (found != null) {
                return found;
            }
        }
        return Tolerance.NONE;
    }

    /** Returns the names that are no kinds, sorted. */
    public Set<String> special() {
        Set<String> names = new TreeSet<>(byName.keySet());
        KINDS.forEach(names::remove);
        return names;
    }
}
