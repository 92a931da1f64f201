package org.dovetail.benchmarks.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Two threads that call a subject all the time. */
final class Busy {

    private static final int THREADS = 2;

    private final Subject subject;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean going;
    private volatile String failure = "";

    Busy(Subject subject) {
        this.subject = subject;
    }

    void begin() {
        going = true;
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(this::callAllTheTime, "busy-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    private void callAllTheTime() {
        while (going) {
            try {
                subject.call();
            } catch (RuntimeException | Error e) { // counted, and the first one is told
                failures.increment();
                failure = failure.isEmpty() ? e.toString() : failure;
            }
            calls.increment();
        }
    }

    void end() throws InterruptedException {
        going = false;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    @Override
    public String toString() {
        return String.format("%,d calls, %d failed %s", calls.sum(), failures.sum(), failure);
    }
}
