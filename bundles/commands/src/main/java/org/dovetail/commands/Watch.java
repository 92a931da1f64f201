package org.dovetail.commands;

import java.nio.file.Path;
import java.time.Duration;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Has the live runtime follow a folder of plugins. */
final class Watch implements Verb {

    private static final Duration QUIET = Duration.ofSeconds(2);

    @Override
    public String doc() {
        return "follow a folder: jars put there are installed, jars taken away uninstalled";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "FOLDER", "the folder");
    }

    @Override
    public int run(Line line, Session session) {
        Path folder = Path.of(line.argument(0, "a folder"));
        line.atMost(1);
        Live.of(line, session).plugins().watch(folder, QUIET, session::say);
        session.out().println("watching " + folder);
        return ExitCode.OK.code();
    }
}
