package org.dovetail.commands;

import java.util.Locale;
import java.util.Map;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.Timings.Timing;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;

/** How long each task took, with what fills its slots and without. */
final class TimingTable {

    private static final Timing NONE = new Timing(0, 0);
    private static final double SECONDS = 1e-9;
    private static final double MILLISECONDS = 1e-6;

    private TimingTable() {}

    /** Returns the table, in the order of the tree. */
    static Table of(TreePlan plan, Timings timings) {
        Map<String, Timing> slots = timings.slots();
        Table table = new Table();
        table.add("TASK", "ALGORITHM", "CALLS", "SECONDS", "OWN", "ms/CALL");
        for (TreeNode node : plan.nodes()) {
            Timing timing = slots.getOrDefault(node.path(), NONE);
            long own = timing.nanoseconds();
            for (TreeNode child : node.children()) {
                own -= slots.getOrDefault(child.path(), NONE).nanoseconds();
            }
            table.add(
                    node.path(),
                    node.algorithm().toString(),
                    Long.toString(timing.calls()),
                    text(timing.nanoseconds() * SECONDS),
                    text(Math.max(0, own) * SECONDS),
                    timing.calls() == 0
                            ? "-"
                            : text(timing.nanoseconds() * MILLISECONDS / timing.calls()));
        }
        return table;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
