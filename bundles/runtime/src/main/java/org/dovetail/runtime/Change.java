package org.dovetail.runtime;

import java.util.List;
import org.dovetail.assembly.config.Note;
import org.dovetail.assembly.plan.Difference;

/**
 * What came of changing a tree.
 *
 * @param generation the generation that new work gets now
 * @param differences how it differs from the one before; empty if it does not, and then it is no new
 *     generation
 * @param notes what to know although nothing is wrong
 * @since 1.0
 */
public record Change(Generation generation, List<Difference> differences, List<Note> notes) {

    /** Copies the lists. */
    public Change {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }
}
