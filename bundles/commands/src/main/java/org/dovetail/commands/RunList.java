package org.dovetail.commands;

import java.util.List;
import java.util.Locale;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.LiveRun;
import picocli.CommandLine.Model.CommandSpec;

/** Lists the runs in the background. */
final class RunList implements Verb {

    @Override
    public String doc() {
        return "the runs in the background: state, generation, progress";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "", "none");
    }

    @Override
    public int run(Line line, Session session) {
        List<LiveRun> runs = Live.of(line, session).runs().all();
        Table table = new Table();
        table.add("RUN", "TREE", "GENERATION", "STATE", "QUANTA", "SINCE (UTC)", "");
        for (LiveRun run : runs) {
            LiveRun.Progress progress = run.progress();
            table.add(
                    String.valueOf(run.number()),
                    run.name(),
                    run.generation() == 0 ? "-" : String.valueOf(run.generation()),
                    run.state().name().toLowerCase(Locale.ROOT),
                    progress.ended() + " of " + progress.quanta()
                            + (progress.failed() > 0 ? ", " + progress.failed() + " failed" : ""),
                    LiveOptions.time(run.started()),
                    run.reason());
        }
        table.print(session.out(), "");
        return ExitCode.OK.code();
    }
}
