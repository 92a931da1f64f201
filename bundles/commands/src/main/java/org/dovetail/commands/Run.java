package org.dovetail.commands;

import java.util.List;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Json;
import org.dovetail.execution.Port;
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
                TimingTable.of(run.tree(), run.timings()).print(session.err(), "");
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
            for (Port port : plan.request().signature().inputs()) {
                quantum.inputs()
                        .getOrDefault(port.dataset(), List.of())
                        .forEach(file ->
                                session.out().println("  < " + port.dataset() + " " + file));
            }
            quantum.outputs()
                    .forEach(output -> session.out()
                            .println("  > " + output.dataset() + " " + output.file()
                                    + (optional(output.dataset(), plan) ? " (if made)" : "")));
        }
    }

    /** Returns whether the settings, or the data, decide if there will be such an output. */
    private static boolean optional(String dataset, RunPlan plan) {
        return plan.request().signature().outputs().stream()
                .anyMatch(port ->
                        port.dataset().equals(dataset) && port.count() == Port.Count.OPTIONAL);
    }
}
