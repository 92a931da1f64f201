package org.dovetail.commands;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;

/** Draws a tree of tasks: the algorithm in each slot, and what else could fill it. */
final class TreeDrawing {

    private final Catalogue catalogue;
    private final Table table = new Table();

    private TreeDrawing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static void print(TreePlan plan, Session session) {
        TreeDrawing drawing = new TreeDrawing(session.installation().trees().catalogue());
        TreeNode root = plan.root();
        session.out().println(root.algorithm());
        drawing.children(root, "");
        drawing.table.print(session.out(), "");
    }

    private void children(TreeNode node, String indent) {
        List<SlotDescription> slots = node.algorithm().details().slots();
        for (int i = 0; i < slots.size(); i++) {
            boolean last = i == slots.size() - 1;
            String deeper = indent + (last ? "   " : "│  ");
            slot(node, slots.get(i), indent + (last ? "└─ " : "├─ "), deeper);
        }
    }

    private void slot(TreeNode node, SlotDescription slot, String branch, String deeper) {
        List<TreeNode> filled = node.in(slot.name());
        String others = others(slot, filled);
        if (filled.isEmpty()) {
            table.add(branch + slot.name(), "-", others);
        } else if (filled.size() == 1) {
            table.add(branch + slot.name(), filled.get(0).algorithm().toString(), others);
            children(filled.get(0), deeper);
        } else {
            table.add(branch + slot.name(), filled.size() + " algorithms", others);
            for (int i = 0; i < filled.size(); i++) {
                boolean last = i == filled.size() - 1;
                table.add(
                        deeper + (last ? "└─ " : "├─ ") + "[" + i + "]",
                        filled.get(i).algorithm().toString(),
                        "");
                children(filled.get(i), deeper + (last ? "   " : "│  "));
            }
        }
    }

    private String others(SlotDescription slot, List<TreeNode> filled) {
        // By name and version: the tree may be of a framework, and the catalogue of a record.
        List<String> used =
                filled.stream().map(node -> node.algorithm().toString()).toList();
        List<String> names = new ArrayList<>();
        for (AlgorithmDescription candidate : catalogue.algorithms(slot.role())) {
            if (!used.contains(candidate.toString())) {
                names.add(candidate.toString());
            }
        }
        return names.isEmpty() ? "" : "also: " + String.join(", ", names);
    }
}
