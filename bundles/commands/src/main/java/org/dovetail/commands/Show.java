package org.dovetail.commands;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.assembly.config.SettingValue;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
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
        String task = line.argument(1, "a task");
        int most = what.equals("history") ? 3 : 2;
        if (line.arguments().size() > most) {
            throw new UserError(
                    ExitCode.USAGE, "unexpected argument '" + line.arguments().get(most) + "'");
        }
        TreePlan plan = ConfigOptions.resolve(config.request(task), session);
        switch (what) {
            case "tasks" -> TreeDrawing.print(plan, session);
            case "config" -> session.out().print(plan.dump());
            default ->
                history(plan, line.arguments().size() > 2 ? line.arguments().get(2) : "", session);
        }
        return ExitCode.OK.code();
    }

    /** Prints every layer's say, the weakest first. */
    private static void history(TreePlan plan, String path, Session session) {
        String root = plan.root().path() + ".";
        String wanted = path.isEmpty() || path.startsWith(root) ? path : root + path;
        List<String> known = new ArrayList<>();
        boolean found = false;
        for (TreeNode node : plan.nodes()) {
            if (!node.selection().isEmpty()) {
                found |= value(node.path() + ".use", node.selection(), "", wanted, known, session);
            }
            for (SettingValue setting : node.settings().values()) {
                String place = node.block() + "." + setting.description().name();
                String deprecated = setting.description().deprecated();
                found |= value(place, setting.history(), deprecated, wanted, known, session);
            }
        }
        if (!found) {
            throw new UserError(
                    ExitCode.USAGE,
                    "no setting or slot at " + path + " in this configuration"
                            + Nearest.question(wanted, known));
        }
    }

    private static boolean value(
            String place,
            List<Assignment> history,
            String deprecated,
            String wanted,
            List<String> known,
            Session session) {
        known.add(place);
        if (!(wanted.isEmpty() || place.equals(wanted) || place.startsWith(wanted + "."))) {
            return false;
        }
        session.out()
                .println(
                        deprecated.isEmpty() ? place : place + " (deprecated: " + deprecated + ")");
        Table table = new Table();
        for (int i = 0; i < history.size(); i++) {
            Assignment each = history.get(i);
            String holds = i == history.size() - 1 ? "*" : "";
            table.add(holds, text(each.value()), each.origin().toString());
        }
        table.print(session.out(), "  ");
        return true;
    }

    private static String text(Object value) {
        return value instanceof String text ? text : CanonicalText.of(value);
    }
}
