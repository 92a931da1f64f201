package org.dovetail.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.RunResult;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A run in the background.
 *
 * @since 1.0
 */
@ProviderType
public interface LiveRun {

    /** Where a run is. */
    enum State {
        /** It goes on. */
        RUNNING,
        /** It was told to stop, and ends what is in flight. */
        DRAINING,
        /** All that was asked for was made. */
        DONE,
        /** It ended with another exit code than success. */
        FAILED,
        /** It ended early, on request; what was in flight was finished. */
        DRAINED,
        /** It was cut short; what was in flight left nothing. */
        CANCELLED
    }

    /**
     * How far a run is.
     *
     * @param quanta how many quanta there are
     * @param ended how many have ended
     * @param failed how many of them failed
     */
    record Progress(int quanta, int ended, int failed) {}

    /** Returns the number, from 1. */
    int number();

    /** Returns what runs: the name of the tree or the task. */
    String name();

    /** Returns the number of the generation that it holds; 0 if it has a tree of its own. */
    int generation();

    /** Returns where it is. */
    State state();

    /** Returns how far it is. */
    Progress progress();

    /** Returns when it began. */
    Instant started();

    /** Returns why it was cut short or did not end properly; empty if neither. */
    String reason();

    /** Returns what came of it, once it has ended; nothing if it failed as a whole. */
    Optional<RunResult> result();

    /** Returns how it ended, as a process would; nothing as long as it goes on. */
    Optional<ExitCode> exitCode();

    /**
     * Waits for its end.
     *
     * @param limit how long
     * @return whether it has ended
     * @throws InterruptedException if the caller is interrupted; the run goes on
     */
    boolean await(Duration limit) throws InterruptedException;

    /** Lets it end what is in flight, and begin no more. */
    void drain();

    /**
     * Cuts it short.
     *
     * @param why the reason
     */
    void abandon(String why);
}
