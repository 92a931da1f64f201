package org.dovetail.commands;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.comparison.DatasetComparison;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Json;
import org.dovetail.execution.PairRunner;
import org.dovetail.execution.PairRunner.Results;
import org.dovetail.execution.Report;
import org.dovetail.execution.RunPlan;

/**
 * Runs two trees of one task on the same data and compares what they give. Both are planned and
 * built before either runs; outputs go to the folders {@code A} and {@code B}.
 */
final class AbRun {

    private final RunOrder order;
    private final CompareOptions options;
    private final Session session;
    private final Compared compared = new Compared();

    AbRun(RunOrder order, CompareOptions options, Session session) {
        this.order = order;
        this.options = options;
        this.session = session;
    }

    int run(List<AbChoice> choices, Line line, boolean dry) {
        try (TaskRun a = TaskRun.prepare(side(choices, true), session);
                TaskRun b = TaskRun.prepare(side(choices, false), session)) {
            RunPlan planA = a.plan();
            RunPlan planB = b.plan();
            if (dry) {
                Run.show(a, planA, session);
                session.out().println();
                Run.show(b, planB, session);
                return ExitCode.OK.code();
            }
            return run(a, planA, b, planB, line);
        }
    }

    private RunOrder side(List<AbChoice> choices, boolean a) {
        RunOrder side = order.in(order.folder().resolve(a ? "A" : "B"));
        for (AbChoice choice : choices) {
            side = side.with(choice.in(side.tree(), a));
        }
        return side;
    }

    private int run(TaskRun a, RunPlan planA, TaskRun b, RunPlan planB, Line line) {
        PairRunner runner = new PairRunner(
                session.installation().formats(),
                new ReadContext(order.camera()),
                session.cancellation());
        Results results;
        try (TaskRun.Events eventsA = a.events();
                TaskRun.Events eventsB = b.events()) {
            results = runner.run(
                    a.side(planA, eventsA.and(Progress.on(session))),
                    b.side(planB, eventsB.and(Progress.on(session))),
                    order.options(),
                    (quantum, first, second) -> compare(quantum.name(), first, second));
            eventsA.problem().ifPresent(session::say);
            eventsB.problem().ifPresent(session::say);
        }
        ExitCode code = results.exitCode(order.options().strict());
        if (line.has("--json")) {
            session.out().println(Json.of(report(results, a, b, code)));
        } else {
            print(a, b);
        }
        RunReport.print(results.first(), session, line.has("-v"));
        RunReport.print(results.second(), session, line.has("-v"));
        return code.code();
    }

    private void compare(String frame, Map<String, Object> first, Map<String, Object> second) {
        Set<String> datasets = new LinkedHashSet<>(first.keySet());
        datasets.addAll(second.keySet());
        for (String dataset : datasets) {
            Object a = first.get(dataset);
            Object b = second.get(dataset);
            compared.add(
                    frame,
                    dataset,
                    a == null || b == null
                            ? DatasetComparison.missing(
                                    a == null ? "only B made it" : "only A made it")
                            : DatasetComparison.of(a, b, options.tolerances(), options.radius()));
        }
    }

    private void print(TaskRun a, TaskRun b) {
        List<Difference> differences = a.tree().diff(b.tree());
        differences.forEach(difference -> session.out().println("A -> B  " + difference));
        if (differences.isEmpty()) {
            session.out().println("A and B are the same");
        }
        session.out().println();
        ComparisonTable table = new ComparisonTable(session.out());
        table.print(compared);
        table.print(a.timings(), b.timings());
    }

    private Map<String, Object> report(Results results, TaskRun a, TaskRun b, ExitCode code) {
        Map<String, Object> map = ComparisonReport.of(compared);
        map.put(
                "trees",
                a.tree().diff(b.tree()).stream()
                        .map(difference -> new TreeMap<>(Map.of(
                                "path",
                                difference.path(),
                                "a",
                                difference.left(),
                                "b",
                                difference.right())))
                        .toList());
        map.put("a", Report.summary(results.first(), a.timings()));
        map.put("b", Report.summary(results.second(), b.timings()));
        map.put("exit", code.code());
        return map;
    }
}
