package org.dovetail.execution;

import java.util.List;
import org.dovetail.data.Provenance;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.execution.QuantumResult.Written;

/**
 * What came of a run.
 *
 * @param what what ran
 * @param exitCode how the process should end
 * @param quanta how each quantum ended, in the plan's order
 * @param seconds how long it took
 * @since 1.0
 */
public record RunResult(
        Provenance what, ExitCode exitCode, List<QuantumResult> quanta, double seconds) {

    /** Copies the list. */
    public RunResult {
        quanta = List.copyOf(quanta);
    }

    /** Returns how many quanta ended in some way. */
    public long count(Outcome outcome) {
        return quanta.stream().filter(quantum -> quantum.outcome() == outcome).count();
    }

    /** Returns all files written, in the plan's order. */
    public List<Written> written() {
        return quanta.stream().flatMap(quantum -> quantum.written().stream()).toList();
    }
}
