package org.dovetail.runtime.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dovetail.data.Provenance;
import org.dovetail.execution.Cancellation;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Quantum;
import org.dovetail.execution.QuantumResult;
import org.dovetail.execution.RunListener;
import org.dovetail.execution.RunResult;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.Runs;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run on a thread of its own. */
final class BackgroundRun implements LiveRun, RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRun.class);

    private final int number;
    private final Runs.Work work;
    private final String name;
    private final int generation;
    private final Instant started = Instant.now();
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Progress progress = new Progress(0, 0, 0);
    private volatile @Nullable RunResult result;
    private volatile @Nullable Throwable failure;

    BackgroundRun(int number, Runs.Work work) {
        this.number = number;
        this.work = work;
        this.name = work.name();
        this.generation = work.generation();
    }

    void begin() {
        Thread thread = new Thread(this::run, "run-" + number);
        thread.setDaemon(true); // the runtime drains it when it ends
        thread.start();
    }

    private void run() {
        try {
            result = work.run(this, cancellation);
        } catch (RuntimeException | Error e) { // the border of a thread: the run tells of it
            failure = e;
            if (code(e) == ExitCode.INTERNAL) { // else it is no bug, and its message says all
                LOG.warn("run {} of {} did not end properly", number, name, e);
            }
        } finally {
            try {
                work.close();
            } finally {
                ended.countDown(); // whoever waits hears of it, whatever became of the lease
            }
        }
    }

    @Override
    public void runStarted(Provenance what, List<Quantum> quanta) {
        progress = new Progress(quanta.size(), 0, 0);
    }

    @Override
    public void quantumEnded(QuantumResult quantum) { // one at a time, as the runner says
        if (quantum.outcome() == QuantumResult.Outcome.NOT_RUN) {
            return;
        }
        Progress before = progress;
        boolean failed = quantum.outcome() == QuantumResult.Outcome.FAILED;
        progress = new Progress(
                before.quanta(), before.ended() + 1, before.failed() + (failed ? 1 : 0));
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public State state() {
        if (ended.getCount() > 0) {
            return cancellation.requested() ? State.DRAINING : State.RUNNING;
        }
        RunResult last = result;
        if (last == null) {
            return State.FAILED;
        }
        return switch (last.exitCode()) {
            case OK -> State.DONE;
            case DRAINED -> State.DRAINED;
            case CANCELLED -> State.CANCELLED;
            default -> State.FAILED;
        };
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Instant started() {
        return started;
    }

    @Override
    public String reason() {
        RunResult last = result;
        if (last == null) {
            Throwable why = failure;
            return why == null ? "" : String.valueOf(why.getMessage());
        } else if (state() == State.CANCELLED) {
            return cancellation.abandoned().orElse("");
        }
        return last.exitCode() == ExitCode.OK ? "" : last.exitCode().meaning();
    }

    @Override
    public Optional<ExitCode> exitCode() {
        if (ended.getCount() > 0) {
            return Optional.empty();
        }
        RunResult last = result;
        return Optional.of(last == null ? code(failure) : last.exitCode());
    }

    private static ExitCode code(@Nullable Throwable failure) {
        return failure instanceof TaskException e ? ExitCode.of(e.code()) : ExitCode.INTERNAL;
    }

    @Override
    public Optional<RunResult> result() {
        return Optional.ofNullable(result);
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void drain() {
        cancellation.request();
    }

    @Override
    public void abandon(String why) {
        cancellation.abandon(why);
    }
}
