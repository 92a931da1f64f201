package org.dovetail.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.dovetail.execution.Cancellation;
import org.dovetail.execution.RunListener;
import org.dovetail.execution.RunResult;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs in the background; a service.
 *
 * <p><b>Threads.</b> Any number of threads may call it.
 *
 * @since 1.0
 */
@ProviderType
public interface Runs {

    /**
     * Begins a run; returns when it has its lease and its plan.
     *
     * @param preparation makes it ready, on the caller's thread
     * @return the run
     * @throws TaskException if it is refused; then there is no run. Whatever else the preparation
     *     throws comes through, too
     */
    LiveRun start(Preparation preparation);

    /** Returns all runs, the oldest first, with those that have ended. */
    List<LiveRun> all();

    /**
     * Returns a run.
     *
     * @param number its number
     * @throws TaskException with {@code INVALID_CONFIGURATION} if there is none
     */
    LiveRun run(int number);

    /**
     * Cuts runs short: what is in flight is interrupted and leaves nothing.
     *
     * @param which the runs
     * @param why the reason, such as {@code swap of process-ccd to generation 4}
     * @return those that were going on
     */
    List<LiveRun> abandon(Predicate<LiveRun> which, String why);

    /**
     * Lets all runs end what is in flight, and waits for that.
     *
     * @param limit how long to wait
     * @return whether all have ended
     */
    boolean drain(Duration limit);

    /** Makes a run ready. */
    @ConsumerType
    @FunctionalInterface
    interface Preparation {

        /**
         * Takes the lease and makes the plan.
         *
         * @param holder the name to take the lease under, such as {@code run 3}
         * @return what to run
         */
        Work prepare(String holder);
    }

    /** What a run does, and what it holds while it does. */
    @ConsumerType
    interface Work extends AutoCloseable {

        /** Returns what runs, for lists: the name of the tree or the task. */
        String name();

        /** Returns the number of the generation that it holds; 0 if it has a tree of its own. */
        int generation();

        /**
         * Does the work.
         *
         * @param listener hears what happens
         * @param cancellation asked before each quantum
         * @return what came of it
         */
        RunResult run(RunListener listener, Cancellation cancellation);

        /** Gives back what it holds. */
        @Override
        void close();
    }
}
