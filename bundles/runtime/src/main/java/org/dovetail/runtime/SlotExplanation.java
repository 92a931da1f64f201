package org.dovetail.runtime;

import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.config.Assignment;

/**
 * Why a slot has the algorithm that it has.
 *
 * @param path the place of the slot
 * @param role the name of its role
 * @param selection every layer that selected an algorithm here, the weakest first; the last holds
 * @param followed whether newer versions are taken as they come
 * @param candidates what is installed for the role, and the one in use
 * @since 1.0
 */
public record SlotExplanation(
        String path,
        String role,
        List<Assignment> selection,
        boolean followed,
        List<Candidate> candidates) {

    /** Copies the lists. */
    public SlotExplanation {
        selection = List.copyOf(selection);
        candidates = List.copyOf(candidates);
    }

    /**
     * An algorithm that might fill the slot.
     *
     * @param algorithm the algorithm
     * @param chosen whether it does
     * @param reason why, or why not
     */
    public record Candidate(AlgorithmDescription algorithm, boolean chosen, String reason) {}
}
