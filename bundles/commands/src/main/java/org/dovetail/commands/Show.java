package org.dovetail.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.NamedTree;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what a configuration comes to, before anything runs. */
final class Show implements Verb {

    private static final List<String> LATER = List.of("pipeline", "graph", "inputs");
    private static final List<String> NOW = List.of("config", "history", "tasks");

    private final ConfigOptions config = new ConfigOptions();

    @Override
    public String doc() {
        return "the resolved configuration, its history, the tree of tasks";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(
                spec,
                "config|history|tasks TASK [PATH]",
                "what to show, of which task; history of one value or of all below a path");
        config.declare(spec);
    }

    @Override
    public int run(Line line, Session session) {
        String what = line.argument(0, "config, history or tasks");
        if (LATER.contains(what)) {
            throw new UserError(ExitCode.USAGE, "show " + what + " is not part of this version");
        } else if (!NOW.contains(what)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "show takes config, history or tasks, not '" + what + "'"
                            + Nearest.question(what, NOW));
        }
        Optional<NamedTree<?>> open = open(line, session);
        String task = open.isPresent() ? "" : line.argument(1, "a task");
        int most = what.equals("history") ? 3 : 2;
        line.atMost(most);
        TreePlan plan = open.isPresent()
                ? open.get().current().plan()
                : ConfigOptions.resolve(config.request(task), session);
        switch (what) {
            case "tasks" -> TreeDrawing.print(plan, session);
            case "config" -> session.out().print(plan.dump());
            default ->
                history(plan, line.arguments().size() > 2 ? line.arguments().get(2) : "", session);
        }
        return ExitCode.OK.code();
    }

    /** Returns the open tree that is meant: by its name, or the only one if no task is named. */
    private Optional<NamedTree<?>> open(Line line, Session session) {
        if (!config.isEmpty()) {
            return Optional.empty();
        }
        List<NamedTree<?>> trees = session.installation()
                .live()
                .map(live -> live.workspace().trees())
                .orElse(List.of());
        List<String> words = line.arguments();
        return trees.stream()
                .filter(tree ->
                        words.size() > 1 ? tree.name().equals(words.get(1)) : trees.size() == 1)
                .findFirst();
    }

    /** A place in the tree, what to know of it, and every layer's say, the weakest first. */
    private record Row(String place, String remark, List<Assignment> history) {}

    /** Prints every layer's say on a value, or on all below a path; the weakest first. */
    static void history(TreePlan plan, String path, Session session) {
        String root = plan.root().path() + ".";
        String wanted = path.isEmpty() || path.startsWith(root) ? path : root + path;
        List<Row> all = rows(plan);
        List<Row> found = all.stream()
                .filter(row -> wanted.isEmpty()
                        || row.place().equals(wanted)
                        || row.place().startsWith(wanted + "."))
                .toList();
        if (found.isEmpty()) {
            found = all.stream().filter(row -> row.place().endsWith("." + path)).toList();
        }
        if (found.isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "no setting or slot at " + path + " in this configuration"
                            + Nearest.question(
                                    wanted, all.stream().map(Row::place).toList()));
        }
        found.forEach(row -> print(row, session));
    }

    private static List<Row> rows(TreePlan plan) {
        List<Row> rows = new ArrayList<>();
        for (TreeNode node : plan.nodes()) {
            if (!node.selection().isEmpty()) {
                rows.add(new Row(node.path() + ".use", "", node.selection()));
            }
            node.values().forEach((place, setting) -> {
                String deprecated = setting.description().deprecated();
                rows.add(new Row(
                        place,
                        deprecated.isEmpty() ? "" : " (deprecated: " + deprecated + ")",
                        setting.history()));
            });
        }
        plan.emptied().forEach((slot, says) -> rows.add(new Row(slot + ".use", " (empty)", says)));
        plan.keptHistory()
                .forEach((place, says) -> rows.add(new Row(place, " (kept, not in use)", says)));
        return rows;
    }

    private static void print(Row row, Session session) {
        session.out().println(row.place() + row.remark());
        Table table = new Table();
        List<Assignment> history = row.history();
        for (int i = 0; i < history.size(); i++) {
            Assignment each = history.get(i);
            String holds = i == history.size() - 1 ? "*" : "";
            table.add(holds, text(each.value()), each.origin().toString());
        }
        table.print(session.out(), "  ");
    }

    private static String text(Object value) {
        return value instanceof String text ? text : CanonicalText.of(value);
    }
}
