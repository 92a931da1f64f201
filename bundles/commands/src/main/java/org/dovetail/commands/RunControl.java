package org.dovetail.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.RunResult;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.Runs;
import picocli.CommandLine.Model.CommandSpec;

/** Waits for runs in the background, or ends them. */
final class RunControl implements Verb {

    private static final Duration TICK = Duration.ofMillis(100);

    private final boolean cancel;

    RunControl(boolean cancel) {
        this.cancel = cancel;
    }

    @Override
    public String doc() {
        return cancel
                ? "end runs in the background when their quanta in flight have ended"
                : "wait for runs in the background; the exit code is the run's";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "[RUN...]", "numbers of runs; all if none is given");
        if (cancel) {
            spec.addOption(Line.flag("cut short what is in flight, too", "--now"));
        }
    }

    @Override
    public int run(Line line, Session session) {
        Runs runs = Live.of(line, session).runs();
        List<LiveRun> chosen = new ArrayList<>();
        for (String word : line.arguments()) {
            if (!word.matches("[1-9]\\d{0,8}")) {
                throw new UserError(
                        ExitCode.USAGE, line.verb() + " takes numbers of runs, not '" + word + "'");
            }
            chosen.add(runs.run(Integer.parseInt(word)));
        }
        if (line.arguments().isEmpty()) {
            chosen.addAll(runs.all());
        }
        if (cancel) {
            chosen.forEach(run -> {
                if (line.has("--now")) {
                    run.abandon("cancel --now");
                } else {
                    run.drain();
                }
            });
            return ExitCode.OK.code();
        }
        int code = ExitCode.OK.code();
        for (LiveRun run : chosen) {
            int ended = await(run, session);
            code = code == ExitCode.OK.code() ? ended : code;
        }
        return code;
    }

    private static int await(LiveRun run, Session session) {
        try {
            while (!run.await(TICK)) {
                if (session.cancellation().requested()) {
                    session.say("run " + run.number() + " goes on");
                    return ExitCode.DRAINED.code();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DRAINED.code();
        }
        Optional<RunResult> result = run.result();
        if (result.isEmpty()) {
            run.reason().lines().forEach(line -> session.say("run " + run.number() + ": " + line));
        } else {
            result.get().written().forEach(file -> session.out().println(file.file()));
            RunReport.print(result.get(), session, false);
        }
        return run.exitCode().orElse(ExitCode.INTERNAL).code();
    }
}
