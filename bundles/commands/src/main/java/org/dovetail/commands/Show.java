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
        boolean history = what.equals("history");
        line.atMost(history ? 3 : 2);
        List<String> words = line.arguments();
        boolean bare = history && words.size() == 2 && isPath(words.get(1), session);
        Optional<NamedTree<?>> open = open(bare ? List.of(what) : words, session);
        if (bare && open.isEmpty() && words.get(1).matches("[^@]*[.\\[].*")) {
            throw new UserError(
                    ExitCode.USAGE,
                    "show history needs the task before the path: show history TASK "
                            + words.get(1));
        }
        TreePlan plan = open.isPresent()
                ? open.get().current().plan()
                : ConfigOptions.resolve(config.request(line.argument(1, "a task")), session);
        switch (what) {
            case "tasks" -> TreeDrawing.print(plan, session);
            case "config" -> session.out().print(config(plan));
            default -> {
                int path = bare && open.isPresent() ? 1 : 2;
                history(plan, words.size() > path ? words.get(path) : "", session);
            }
        }
        return ExitCode.OK.code();
    }

    /** Returns what a lock is, too, under a heading for those who did not ask for one. */
    private static String config(TreePlan plan) {
        String lock = plan.dump();
        return "# Configuration of " + plan.root().algorithm() + ": every version and every value\n"
                + lock.substring(lock.indexOf('\n') + 1);
    }

    /** Returns whether a word names neither a task nor an open tree. */
    private static boolean isPath(String word, Session session) {
        boolean tree = session.installation().live().stream()
                .flatMap(live -> live.workspace().trees().stream())
                .anyMatch(each -> each.name().equals(word));
        String name = word.contains("@") ? word.substring(0, word.indexOf('@')) : word;
        return !tree
                && session.installation().trees().catalogue().algorithms().stream()
                        .noneMatch(algorithm -> algorithm.name().equals(name)
                                && algorithm.role().name().equals(ConfigOptions.PIPELINE_TASK));
    }

    /** Returns the open tree that is meant: by its name, or the only one if no task is named. */
    private Optional<NamedTree<?>> open(List<String> words, Session session) {
        if (!config.isEmpty()) {
            return Optional.empty();
        }
        List<NamedTree<?>> trees = session.installation()
                .live()
                .map(live -> live.workspace().trees())
                .orElse(List.of());
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
                                    path.startsWith(root) ? path.substring(root.length()) : path,
                                    all.stream()
                                            .map(row -> row.place().substring(root.length()))
                                            .toList()));
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
