package org.dovetail.execution;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a run be told to stop: quanta in flight end, no other begins.
 *
 * @since 1.0
 */
public final class Cancellation {

    private final AtomicBoolean requested = new AtomicBoolean();

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
}
