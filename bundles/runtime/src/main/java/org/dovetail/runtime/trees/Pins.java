package org.dovetail.runtime.trees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;

/** Keeps places of a tree at the versions that they have. */
final class Pins {

    private Pins() {}

    /**
     * Keeps the versions in use as long as they are there.
     *
     * @param plan what is in use
     * @param free the slots that may take any version, by path or the end of one; an empty one
     *     stands for all
     * @param stays whether an algorithm is installed, and not to go
     */
    static Candidates keep(
            TreePlan plan, List<String> free, Predicate<AlgorithmDescription> stays) {
        Map<String, TreeNode> places = places(plan);
        return (path, candidate) -> {
            TreeNode node = places.get(path);
            if (node == null) {
                return Optional.empty();
            }
            AlgorithmDescription used = node.algorithm();
            boolean other = used.name().equals(candidate.name()) && !used.equals(candidate);
            return other && !covers(free, node.path()) && stays.test(used)
                    ? Optional.of(used + " stays until it is swapped")
                    : Optional.empty();
        };
    }

    /** Returns whether a path is one of some, or ends as one does; a list covers its members. */
    static boolean covers(List<String> slots, String path) {
        String list = path.replaceAll("\\[\\d+]$", "");
        for (String slot : slots) {
            if (slot.isEmpty()
                    || path.equals(slot)
                    || list.equals(slot)
                    || path.endsWith("." + slot)
                    || list.endsWith("." + slot)) {
                return true;
            }
        }
        return false;
    }

    /** Allows just what a plan has: the same versions, made from the same bytes. */
    static Candidates exactly(TreePlan plan, String name) {
        Map<String, TreeNode> places = places(plan);
        return (path, candidate) -> {
            TreeNode node = places.get(path);
            return node == null || isSame(node.algorithm(), candidate)
                    ? Optional.empty()
                    : Optional.of(name + " had " + node.algorithm());
        };
    }

    /** Returns what of a plan is not installed. */
    static List<String> missing(TreePlan plan, Catalogue catalogue) {
        List<String> missing = new ArrayList<>();
        for (TreeNode node : plan.nodes()) {
            AlgorithmDescription algorithm = node.algorithm();
            String text = algorithm + " of " + algorithm.bundle();
            if (catalogue.algorithms().stream().noneMatch(each -> isSame(algorithm, each))
                    && !missing.contains(text)) {
                missing.add(text);
            }
        }
        return missing;
    }

    private static boolean isSame(AlgorithmDescription one, AlgorithmDescription other) {
        return one.name().equals(other.name())
                && one.role().name().equals(other.role().name())
                && one.version().equals(other.version())
                && one.bundle().symbolicName().equals(other.bundle().symbolicName())
                && one.bundle().digest().equals(other.bundle().digest());
    }

    private static Map<String, TreeNode> places(TreePlan plan) {
        Map<String, TreeNode> places = new HashMap<>();
        plan.nodes().forEach(node -> places.put(node.path(), node));
        places.put("", plan.root());
        return places;
    }
}
