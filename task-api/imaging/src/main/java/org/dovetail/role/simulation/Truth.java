package org.dovetail.role.simulation;

import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.image.Mask;

/**
 * What one simulated science frame shows.
 *
 * @param sources one row for each source whose center is on the detector, with at least the columns
 *     of {@link #COLUMNS}: {@code id} (the same in all frames), {@code x} and {@code y} (pixel of
 *     the assembled detector, from 0), {@code ra} and {@code dec} (degree, ICRS), {@code mag}
 *     (magnitude), {@code flux} (electrons that the source adds to the frame once it is divided by
 *     the flat field), {@code galaxy} (a galaxy, else a star) and {@code saturated} (a pixel near
 *     its center is saturated)
 * @param marks the assembled detector with {@code CR} where a cosmic ray left charge, {@code SAT}
 *     where a pixel is saturated, bled charge included, and {@code BAD} where it is defective
 * @since 1.0
 */
public record Truth(Catalog sources, Mask marks) {

    /** The columns that {@link #sources} has at least. */
    public static final List<String> COLUMNS =
            List.of("id", "x", "y", "ra", "dec", "mag", "flux", "galaxy", "saturated");

    /** The columns that {@link Simulation#reference} has at least. */
    public static final List<String> REFERENCE_COLUMNS =
            List.of("id", "ra", "dec", "mag", "galaxy");

    /** Refuses a catalogue that lacks a column. */
    public Truth {
        COLUMNS.forEach(sources.schema()::key);
    }
}
