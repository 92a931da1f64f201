package org.dovetail.assembly.build;

import java.util.concurrent.atomic.LongAdder;
import org.dovetail.assembly.Timings;

/** Adds up the calls of one slot. */
final class SlotClock {

    private final LongAdder calls = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();

    void add(long elapsed) {
        calls.increment();
        nanoseconds.add(elapsed);
    }

    Timings.Timing read() {
        return new Timings.Timing(calls.sum(), nanoseconds.sum());
    }
}
