package org.dovetail.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run be told to stop. It may be drained: quanta in flight end, no other begins. Or it may be
 * abandoned: what is in flight is interrupted and leaves nothing.
 *
 * @since 1.0
 */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();
    private final List<Runnable> interrupts = new ArrayList<>();
    private volatile @Nullable String reason;

    /** Creates one that nobody has asked for yet. */
    public Cancellation() {}

    /** Asks for the end of the run; from any thread. */
    public void request() {
        requested.set(true);
    }

    /** Returns whether the end was asked for. */
    public boolean requested() {
        return requested.get();
    }

    /**
     * Asks for the end of the run at once; from any thread. A second reason changes nothing.
     *
     * @param why the reason, for the results of what is cut short
     * @since 1.1
     */
    public void abandon(String why) {
        List<Runnable> now;
        synchronized (interrupts) {
            if (reason != null) {
                return;
            }
            reason = why;
            requested.set(true);
            now = List.copyOf(interrupts);
        }
        now.forEach(Runnable::run);
    }

    /**
     * Returns why what is in flight was to be cut short, if so.
     *
     * @since 1.1
     */
    public Optional<String> abandoned() {
        return Optional.ofNullable(reason);
    }

    /** Says how to interrupt what is in flight; done at once if that was asked for before. */
    void whenAbandoned(Runnable interrupt) {
        synchronized (interrupts) {
            interrupts.add(interrupt);
            if (reason == null) {
                return;
            }
        }
        interrupt.run();
    }

    /** Forgets how to interrupt what has ended. */
    void forget(Runnable interrupt) {
        synchronized (interrupts) {
            interrupts.remove(interrupt);
        }
    }
}
