package org.dovetail.assembly.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.assembly.config.Assignment;

/**
 * A tree of algorithms with their effective settings: all that is needed to build it.
 *
 * @param root the algorithm at the root
 * @param kept what the layers say of algorithms that are not in use, by path in the configuration
 *     tree: no part of what is built, but of what is dumped
 * @since 1.0
 */
public record TreePlan(TreeNode root, SortedMap<String, Assignment> kept) {

    /** Copies the map. */
    public TreePlan {
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
    }

    /** Returns all nodes, parents before their children. */
    public List<TreeNode> nodes() {
        List<TreeNode> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private static void collect(TreeNode node, List<TreeNode> nodes) {
        nodes.add(node);
        for (TreeNode child : node.children()) {
            collect(child, nodes);
        }
    }

    /**
     * Returns the effective configuration, one line per value, in the order of the paths: equal
     * plans have equal texts, whatever the order and the comments of the files.
     */
    public String effective() {
        return EffectiveText.of(this);
    }

    /** Returns the SHA-256 of the {@linkplain #effective() effective configuration}. */
    public String hash() {
        return EffectiveText.hash(effective());
    }

    /**
     * Returns a configuration file that pins every algorithm to its version and holds every value;
     * read again, it gives an equal plan.
     */
    public String dump() {
        return PlanDump.of(this);
    }

    /**
     * Compares two plans.
     *
     * @param other the other plan
     * @return what differs, in the order of the tree; empty if they are equal
     */
    public List<Difference> diff(TreePlan other) {
        return new PlanDiff().compare(this, other);
    }
}
