package org.dovetail.execution;

import java.util.List;

/** Threads that carry out quanta. */
final class Workers {

    private Workers() {}

    /** Waits for all; they are interrupted if the run is abandoned or the wait is interrupted. */
    static void join(List<Thread> workers, Cancellation cancellation) {
        Runnable interrupt = () -> workers.forEach(Thread::interrupt);
        cancellation.whenAbandoned(interrupt);
        await(workers, cancellation);
        cancellation.forget(interrupt);
    }

    private static void await(List<Thread> workers, Cancellation cancellation) {
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancellation.request();
                    workers.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
