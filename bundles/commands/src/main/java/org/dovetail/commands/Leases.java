package org.dovetail.commands;

import java.util.List;
import java.util.TreeSet;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Generation;
import org.dovetail.runtime.NamedTree;
import picocli.CommandLine.Model.CommandSpec;

/** Lists who holds which algorithms. */
final class Leases implements Verb {

    @Override
    public String doc() {
        return "which run holds which generation, with which plugins, since when";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "[ALGORITHM]", "only of trees that have this algorithm");
    }

    @Override
    public int run(Line line, Session session) {
        Live live = Live.of(line, session);
        Table table = new Table();
        table.add("TREE", "GENERATION", "HELD BY", "SINCE (UTC)", "ALGORITHMS");
        for (Holding holding : session.installation().trees().holdings()) {
            String algorithms = algorithms(holding, line.arguments());
            if (algorithms.isEmpty()) {
                continue;
            }
            String tree = "a tree of its own";
            String generation = "-";
            for (NamedTree<?> each : live.workspace().trees()) {
                for (Generation known : each.generations()) {
                    if (known.plan() == holding.plan()) {
                        tree = each.name();
                        generation = known.number() + (holding.current() ? " (current)" : "");
                    }
                }
            }
            for (Holding.Holder holder : holding.holders()) {
                table.add(
                        tree,
                        generation,
                        holder.name(),
                        LiveOptions.time(holder.since()),
                        algorithms);
            }
            if (holding.calls() > 0) {
                table.add(tree, generation, holding.calls() + " calls", "-", algorithms);
            } else if (holding.holders().isEmpty()) {
                table.add(tree, generation, "nobody", "-", algorithms);
            }
        }
        table.print(session.out(), "");
        return ExitCode.OK.code();
    }

    /** Returns what a state of a tree has; nothing if it has not what is asked for. */
    private static String algorithms(Holding holding, List<String> wanted) {
        TreeSet<String> all = new TreeSet<>();
        for (TreeNode node : holding.plan().nodes()) {
            all.add(node.algorithm().toString());
        }
        boolean has = wanted.isEmpty()
                || all.stream()
                        .anyMatch(each ->
                                each.equals(wanted.get(0)) || each.startsWith(wanted.get(0) + "@"));
        return has ? String.join(" ", all) : "";
    }
}
