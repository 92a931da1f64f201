package org.dovetail.assembly.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.plan.Difference.Kind;
import org.jspecify.annotations.Nullable;

/** Compares two trees, place by place. */
final class PlanDiff {

    private static final int SHOWN = 12;

    private final List<Difference> differences = new ArrayList<>();

    List<Difference> compare(EffectiveNode left, EffectiveNode right) {
        visit(left, right);
        return List.copyOf(differences);
    }

    private void visit(EffectiveNode left, EffectiveNode right) {
        if (!left.algorithm().equals(right.algorithm())) {
            add(Kind.ALGORITHM, left, right); // their settings are not each other's
            return;
        }
        if (!left.version().equals(right.version())) {
            add(Kind.VERSION, left, right);
        } else if (!left.bundle().equals(right.bundle())
                && !left.bundle().isEmpty()
                && !right.bundle().isEmpty()) {
            differences.add(new Difference(
                    Kind.BUNDLE,
                    left.path(),
                    left.selected() + " of bundle " + start(left.bundle()),
                    right.selected() + " of bundle " + start(right.bundle()),
                    left.origin(),
                    right.origin()));
        }
        settings(left, right);
        children(left, right);
    }

    private void settings(EffectiveNode left, EffectiveNode right) {
        TreeSet<String> paths = new TreeSet<>(left.settings().keySet());
        paths.addAll(right.settings().keySet());
        for (String path : paths) {
            Assignment a = left.settings().get(path);
            Assignment b = right.settings().get(path);
            if (!text(a).equals(text(b))) {
                differences.add(
                        new Difference(Kind.SETTING, path, text(a), text(b), origin(a), origin(b)));
            }
        }
    }

    private void children(EffectiveNode left, EffectiveNode right) {
        Map<String, EffectiveNode> rest = new LinkedHashMap<>();
        for (EffectiveNode child : right.children()) {
            rest.put(child.path(), child);
        }
        for (EffectiveNode child : left.children()) {
            EffectiveNode other = rest.remove(child.path());
            if (other == null) {
                add(Kind.NODE, child, null);
            } else {
                visit(child, other);
            }
        }
        for (EffectiveNode child : rest.values()) {
            add(Kind.NODE, null, child);
        }
    }

    private void add(Kind kind, @Nullable EffectiveNode left, @Nullable EffectiveNode right) {
        differences.add(new Difference(
                kind,
                left != null ? left.path() : right != null ? right.path() : "",
                left == null ? "" : left.selected(),
                right == null ? "" : right.selected(),
                left == null ? "" : left.origin(),
                right == null ? "" : right.origin()));
    }

    private static String text(@Nullable Assignment value) {
        return value == null ? "" : value.value().toString();
    }

    private static String origin(@Nullable Assignment value) {
        return value == null ? "" : value.origin().toString();
    }

    private static String start(String digest) {
        return digest.substring(0, Math.min(SHOWN, digest.length()));
    }
}
