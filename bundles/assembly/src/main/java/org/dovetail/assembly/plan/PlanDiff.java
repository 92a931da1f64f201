package org.dovetail.assembly.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dovetail.assembly.config.SettingValue;
import org.jspecify.annotations.Nullable;

/** Compares two plans, place by place. */
final class PlanDiff {

    private final List<Difference> differences = new ArrayList<>();

    List<Difference> compare(TreePlan left, TreePlan right) {
        compare(left.root(), right.root());
        return List.copyOf(differences);
    }

    private void compare(TreeNode left, TreeNode right) {
        boolean same = left.algorithm().name().equals(right.algorithm().name());
        if (!same || !left.algorithm().version().equals(right.algorithm().version())) {
            add(same ? Difference.Kind.VERSION : Difference.Kind.ALGORITHM, left, right);
        }
        if (same) {
            compareSettings(left, right);
            compareChildren(left, right);
        }
    }

    private void compareSettings(TreeNode left, TreeNode right) {
        TreeSet<String> names = new TreeSet<>(left.settings().keySet());
        names.addAll(right.settings().keySet());
        for (String name : names) {
            SettingValue a = left.settings().get(name);
            SettingValue b = right.settings().get(name);
            if (!text(a).equals(text(b))) {
                differences.add(new Difference(
                        Difference.Kind.SETTING,
                        left.block() + "." + name,
                        text(a),
                        text(b),
                        a == null ? "" : a.origin().toString(),
                        b == null ? "" : b.origin().toString()));
            }
        }
    }

    private void compareChildren(TreeNode left, TreeNode right) {
        Map<String, TreeNode> rest = new LinkedHashMap<>();
        for (TreeNode child : right.children()) {
            rest.put(child.path(), child);
        }
        for (TreeNode child : left.children()) {
            TreeNode other = rest.remove(child.path());
            if (other == null) {
                add(Difference.Kind.NODE, child, null);
            } else {
                compare(child, other);
            }
        }
        for (TreeNode child : rest.values()) {
            add(Difference.Kind.NODE, null, child);
        }
    }

    private void add(Difference.Kind kind, @Nullable TreeNode left, @Nullable TreeNode right) {
        differences.add(new Difference(
                kind,
                left != null ? left.path() : right != null ? right.path() : "",
                left == null ? "" : left.algorithm().toString(),
                right == null ? "" : right.algorithm().toString(),
                origin(left),
                origin(right)));
    }

    private static String origin(@Nullable TreeNode node) {
        return node == null || node.selection().isEmpty()
                ? ""
                : node.selection().get(node.selection().size() - 1).origin().toString();
    }

    private static String text(@Nullable SettingValue value) {
        return value == null ? "" : value.text();
    }
}
