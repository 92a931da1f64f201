package org.dovetail.runtime.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.Runs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Keeps the runs of this process. */
@Component
public final class BackgroundRuns implements Runs {

    /** How long the end of the process waits for quanta in flight. */
    private static final Duration LAST = Duration.ofMinutes(1);

    private final List<BackgroundRun> runs = new ArrayList<>();
    private int numbers;

    /** Begins without a run. */
    @Activate
    public BackgroundRuns() {}

    @Override
    public LiveRun start(Preparation preparation) {
        int number;
        synchronized (runs) {
            number = ++numbers;
        }
        Work work = preparation.prepare("run " + number);
        BackgroundRun run = new BackgroundRun(number, work);
        synchronized (runs) {
            runs.add(run);
        }
        run.begin();
        return run;
    }

    @Override
    public List<LiveRun> all() {
        synchronized (runs) {
            return List.copyOf(runs);
        }
    }

    @Override
    public LiveRun run(int number) {
        return all().stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow(() -> new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "there is no run " + number + "; `runs` lists them"));
    }

    @Override
    public List<LiveRun> abandon(Predicate<LiveRun> which, String why) {
        List<LiveRun> going = all().stream()
                .filter(run -> run.state() == LiveRun.State.RUNNING
                        || run.state() == LiveRun.State.DRAINING)
                .filter(which)
                .toList();
        going.forEach(run -> run.abandon(why));
        return going;
    }

    @Override
    public boolean drain(Duration limit) {
        List<LiveRun> all = all();
        all.forEach(LiveRun::drain);
        long end = System.nanoTime() + limit.toNanos();
        boolean ended = true;
        try {
            for (LiveRun run : all) {
                Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                ended &= run.await(rest);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets all runs end what is in flight. */
    @Deactivate
    public void close() {
        if (!drain(LAST)) {
            abandon(run -> true, "the runtime ends");
        }
    }
}
