package org.dovetail.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dovetail.assembly.Timings;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Json;
import org.dovetail.execution.Quantum;
import org.dovetail.execution.Report;
import org.dovetail.execution.RunPlan;
import org.dovetail.execution.RunResult;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a task on files, or shows what would run. */
final class Run implements Verb {

    private final boolean planOnly;
    private final RunArguments arguments = new RunArguments();

    Run(boolean planOnly) {
        this.planOnly = planOnly;
    }

    @Override
    public String doc() {
        return planOnly
                ? "what run would do, with which algorithms; writes nothing"
                : "run a task on files";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        arguments.declare(spec, installation);
    }

    @Override
    public int run(Line line, Session session) {
        boolean dry = planOnly || line.has("-n");
        RunOrder order = arguments.order(line, session, dry);
        List<AbChoice> choices = RunArguments.choices(line);
        if (!choices.isEmpty()) {
            return new AbRun(order, CompareOptions.of(line), session).run(choices, line, dry);
        }
        if (line.has("--background") && !dry) {
            return LiveTaskRun.begin(order, Live.of(line, session), session);
        }
        try (TaskRun run = TaskRun.prepare(order, session)) {
            RunPlan plan = run.plan();
            if (dry) {
                show(run, plan, session);
                return ExitCode.OK.code();
            }
            RunResult result = run.run(plan, Progress.on(session));
            if (line.has("--json")) {
                session.out().println(Json.of(Report.summary(result, run.timings())));
            } else {
                result.written().forEach(file -> session.out().println(file.file()));
            }
            RunReport.print(result, session, line.has("-v"));
            if (line.has("--timing")) {
                timing(run.timings(), session);
            }
            return result.exitCode().code();
        }
    }

    /** Shows what would run. */
    static void show(TaskRun run, RunPlan plan, Session session) {
        TreeDrawing.print(run.tree(), session);
        session.out().println();
        session.out()
                .println(plan.quanta().size() + (plan.quanta().size() == 1 ? " quantum" : " quanta")
                        + "; configuration " + run.tree().hash());
        for (Quantum quantum : plan.quanta()) {
            session.out().println(quantum.name());
            for (Map.Entry<String, List<Path>> input : quantum.inputs().entrySet()) {
                input.getValue()
                        .forEach(file ->
                                session.out().println("  < " + input.getKey() + " " + file));
            }
            quantum.outputs()
                    .forEach(output ->
                            session.out().println("  > " + output.dataset() + " " + output.file()));
        }
    }

    private static void timing(Timings timings, Session session) {
        Table table = new Table();
        table.add("TASK", "CALLS", "SECONDS", "ms/CALL");
        timings.slots()
                .forEach((path, timing) -> table.add(
                        path,
                        Long.toString(timing.calls()),
                        String.format(Locale.ROOT, "%.3f", timing.nanoseconds() * 1e-9),
                        timing.calls() == 0
                                ? "-"
                                : String.format(
                                        Locale.ROOT,
                                        "%.3f",
                                        timing.nanoseconds() * 1e-6 / timing.calls())));
        table.print(session.err(), "");
    }
}
