package org.dovetail.execution;

import java.util.List;
import org.dovetail.data.Provenance;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens in a run. Calls come one at a time, from any thread.
 *
 * @since 1.0
 */
@ConsumerType
public interface RunListener {

    /**
     * A run begins.
     *
     * @param what what runs; its inputs are each quantum's own
     * @param quanta what it runs on
     */
    default void runStarted(Provenance what, List<Quantum> quanta) {}

    /** A quantum begins. */
    default void quantumStarted(Quantum quantum) {}

    /** A quantum ended, or will not begin. */
    default void quantumEnded(QuantumResult result) {}

    /** The run ended. */
    default void runEnded(RunResult result) {}
}
