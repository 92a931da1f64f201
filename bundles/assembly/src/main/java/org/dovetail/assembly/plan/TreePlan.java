package org.dovetail.assembly.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.assembly.config.Assignment;

/**
 * A tree of algorithms with their effective settings: all that is needed to build it.
 *
 * @param root the algorithm at the root
 * @param keptHistory what the layers say of algorithms that are not in use, the weakest first, by
 *     path in the configuration tree: no part of what is built, but of what is dumped
 * @param emptied which layers chose that nothing fills a slot, by the path of the slot
 * @since 1.0
 */
public record TreePlan(
        TreeNode root,
        SortedMap<String, List<Assignment>> keptHistory,
        SortedMap<String, List<Assignment>> emptied) {

    /** Copies the maps. */
    public TreePlan {
        keptHistory = Collections.unmodifiableSortedMap(new TreeMap<>(keptHistory));
        emptied = Collections.unmodifiableSortedMap(new TreeMap<>(emptied));
    }

    /** Returns what holds of what the layers say of algorithms that are not in use. */
    public SortedMap<String, Assignment> kept() {
        SortedMap<String, Assignment> last = new TreeMap<>();
        keptHistory.forEach((path, says) -> last.put(path, says.get(says.size() - 1)));
        return last;
    }

    /** Returns all nodes, parents before their children. */
    public List<TreeNode> nodes() {
        return root.andBelow();
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
     * Returns a lock file: a configuration file that pins every algorithm to its version and its
     * bundle, and holds every value. Read again, it gives an equal plan, or is refused if what it
     * pins is not there.
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
        return EffectiveNode.of(root).diff(EffectiveNode.of(other.root));
    }
}
