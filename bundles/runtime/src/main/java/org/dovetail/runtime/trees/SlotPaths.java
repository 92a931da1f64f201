package org.dovetail.runtime.trees;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Finds the slot that a person means, in a tree as it is. */
final class SlotPaths {

    private SlotPaths() {}

    /** Returns the whole path of a slot that is given by it, or by its end. */
    static String find(TreePlan plan, String wanted) {
        return find(plan, wanted, all(plan));
    }

    /** Returns the same, where a slot for several may be meant with all that is in it. */
    static String findWhole(TreePlan plan, String wanted) {
        Set<String> all = new LinkedHashSet<>();
        for (String path : all(plan)) {
            all.add(path.replaceAll("\\[\\d+]$", "")); // before its members
            all.add(path);
        }
        return find(plan, wanted, List.copyOf(all));
    }

    private static String find(TreePlan plan, String wanted, List<String> all) {
        List<String> found = new ArrayList<>();
        for (String path : all) {
            if (path.equals(wanted) || path.equals(plan.root().path() + "." + wanted)) {
                return path;
            }
            if (path.endsWith("." + wanted)) {
                found.add(path);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new TaskException(
                ErrorCode.INVALID_CONFIGURATION,
                found.isEmpty()
                        ? "no slot '" + wanted + "'" + Nearest.question(wanted, names(all))
                                + "; slots: " + String.join(", ", all)
                        : "'" + wanted + "' may be any of the slots " + String.join(", ", found)
                                + "; write more of the path");
    }

    /** Returns what a person may write for some paths: their last parts, and the paths. */
    private static List<String> names(List<String> paths) {
        List<String> names = new ArrayList<>(paths);
        paths.forEach(path -> names.add(path.substring(path.lastIndexOf('.') + 1)));
        return names;
    }

    /** Returns the paths of the root, of what fills slots, and of slots that are empty. */
    static List<String> all(TreePlan plan) {
        List<String> all = new ArrayList<>();
        for (TreeNode node : plan.nodes()) {
            all.add(node.path());
            for (SlotDescription slot : node.algorithm().details().slots()) {
                if (node.in(slot.name()).isEmpty()) {
                    all.add(node.block() + "." + slot.name());
                }
            }
        }
        return all;
    }
}
