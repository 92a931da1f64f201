package org.dovetail.execution;

import java.util.List;

/**
 * What would run, and where its outputs would go; nothing is read or written yet.
 *
 * @param request what was asked for
 * @param quanta the calls of the task
 * @since 1.0
 */
public record RunPlan(RunRequest request, List<Quantum> quanta) {

    /** Copies the list. */
    public RunPlan {
        quanta = List.copyOf(quanta);
    }
}
