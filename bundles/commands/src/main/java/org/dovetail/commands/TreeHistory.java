package org.dovetail.commands;

import java.util.Objects;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Generation;
import org.dovetail.runtime.NamedTree;
import picocli.CommandLine.Model.CommandSpec;

/** Tells the history of a value of an open tree: every layer, and every generation. */
final class TreeHistory implements Verb {

    @Override
    public String doc() {
        return "every layer and every generation that had a say on a value";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "[PATH]", "of a setting or a slot; all if none is given");
        LiveOptions.tree(spec);
    }

    @Override
    public int run(Line line, Session session) {
        NamedTree<?> tree = Live.of(line, session).tree(line);
        String path = line.arguments().isEmpty() ? "" : line.arguments().get(0);
        Show.history(tree.current().plan(), path, session);
        if (path.isEmpty()) {
            return ExitCode.OK.code();
        }
        Table table = new Table();
        String before = null;
        for (Generation generation : tree.generations()) {
            String value = value(generation.plan(), path);
            if (!Objects.equals(value, before)) {
                table.add(generation.toString(), value, generation.what());
            }
            before = value;
        }
        table.print(session.out(), "  ");
        return ExitCode.OK.code();
    }

    /** Returns the values at a path, which may be the end of one. */
    private static String value(TreePlan plan, String path) {
        StringBuilder text = new StringBuilder();
        for (TreeNode node : plan.nodes()) {
            if (fits(node.path(), path) || fits(node.path() + ".use", path)) {
                text.append(text.isEmpty() ? "" : ", ").append(node.algorithm());
            }
            node.settings().forEach((name, setting) -> {
                if (fits(node.block() + "." + name, path)) {
                    text.append(text.isEmpty() ? "" : ", ").append(setting.text());
                }
            });
        }
        return text.isEmpty() ? "(nothing)" : text.toString();
    }

    private static boolean fits(String place, String path) {
        return place.equals(path) || place.endsWith("." + path);
    }
}
