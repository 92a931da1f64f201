package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.LiveRun;
import org.dovetail.runtime.Runs;
import picocli.CommandLine.Model.CommandSpec;

/** Reads and runs lines in one live runtime. */
final class ShellVerb implements Verb {

    private static final Path STDIN = Path.of("/proc/self/fd/0");
    private static final Duration TICK = Duration.ofMillis(100);

    @Override
    public String doc() {
        return "a live runtime: every verb, and plugins and algorithms change while runs go on";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "[FILE]", "a script; without, lines come from stdin");
        spec.addOption(Line.flag("a script goes on after a line that failed", "-k"));
        spec.addOption(Line.value(
                        "FILE",
                        "keeps the lines typed; also the variable DOVETAIL_HISTORY",
                        "--history")
                .build());
    }

    @Override
    public int run(Line line, Session session) {
        if (session.installation().live().isPresent()) {
            throw new UserError(ExitCode.USAGE, "this is the shell already");
        }
        Installation installation = session.installation().inFramework();
        Shell shell = installation
                .shell()
                .orElseThrow(() -> new UserError(
                        ExitCode.INTERNAL,
                        "this installation has no shell: nothing in bundles/shell offers one;"
                                + " dovetail doctor tells more"));
        ShellOrder order = order(line, session);
        LiveInstallation live = installation.begin("shell");
        int code = shell.run(new CommandLines(live), order, session.out(), session.err());
        boolean script = order.script().isPresent() || !order.terminal();
        return end(code, live.runtime().runs(), script, session);
    }

    private static ShellOrder order(Line line, Session session) {
        List<String> words = line.arguments();
        if (words.size() > 1) {
            throw new UserError(ExitCode.USAGE, "unexpected argument '" + words.get(1) + "'");
        }
        Optional<Path> script = words.stream().findFirst().map(Path::of);
        if (script.isPresent() && !Files.isReadable(script.get())) {
            throw new UserError(
                    ExitCode.BAD_INPUT, script.get() + ": there is no such file to read");
        }
        Optional<Path> history = line.file("--history")
                .or(() -> Optional.ofNullable(session.environment().get("DOVETAIL_HISTORY"))
                        .filter(name -> !name.isEmpty())
                        .map(Path::of));
        return new ShellOrder(
                script,
                isTerminal(session),
                line.has("-k"),
                history,
                session.cancellation()::requested);
    }

    /** Java does not tell of which stream {@code System.console()} speaks; Linux does. */
    private static boolean isTerminal(Session session) {
        if (session.environment().getOrDefault("TERM", "dumb").equals("dumb")) {
            return false; // it can do no more than a pipe
        }
        try {
            String device = Files.readSymbolicLink(STDIN).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Lets the runs in the background end: those of a script wholly, else what is in flight. */
    private static int end(int code, Runs runs, boolean script, Session session) {
        int result = code;
        for (LiveRun run : runs.all()) {
            boolean going = !isEnded(run, Duration.ZERO);
            if (going && !script) {
                run.drain();
            }
            if (going) {
                session.say("run " + run.number()
                        + (script ? " goes on" : " ends what is in flight") + "; Ctrl-C ends it");
            }
            while (!isEnded(run, TICK)) {
                if (session.cancellation().requested()) {
                    run.drain();
                }
            }
            if (going && script) {
                int ended = run.result()
                        .map(each -> each.exitCode().code())
                        .orElse(ExitCode.INTERNAL.code());
                result = result == 0 ? ended : result;
                run.result().ifPresent(each -> RunReport.print(each, session, false));
            }
        }
        return result == 0 && session.cancellation().requested() ? ExitCode.DRAINED.code() : result;
    }

    private static boolean isEnded(LiveRun run, Duration limit) {
        try {
            return run.await(limit);
        } catch (InterruptedException e) {
            run.abandon("the shell was interrupted");
            return false;
        }
    }
}
