package org.dovetail.assembly.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.SettingValue;

/**
 * An algorithm in its place, with its effective settings.
 *
 * @param path the place: {@code process-ccd} for the root, {@code process-ccd.background} for a
 *     slot, {@code process-ccd.measurements[0]} for a member of a list slot
 * @param slot the name of the slot that it fills; empty for the root
 * @param algorithm the algorithm
 * @param selection every layer that selected an algorithm here, the weakest first; values are
 *     selectors as text
 * @param settings effective values by name of setting
 * @param children what fills its slots, in the order of the slots and of the lists
 * @since 1.0
 */
public record TreeNode(
        String path,
        String slot,
        AlgorithmDescription algorithm,
        List<Assignment> selection,
        SortedMap<String, SettingValue> settings,
        List<TreeNode> children) {

    /** Copies the collections. */
    public TreeNode {
        selection = List.copyOf(selection);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        children = List.copyOf(children);
    }

    /** Returns the place of the settings: {@code process-ccd.background.mesh}. */
    public String block() {
        return slot.isEmpty() ? path : path + "." + algorithm.name();
    }

    /**
     * Returns what fills one slot.
     *
     * @param name the name of the slot
     * @return the children there; empty if nothing fills it
     */
    public List<TreeNode> in(String name) {
        return children.stream().filter(child -> child.slot().equals(name)).toList();
    }

    /**
     * Returns this node and all below it, parents before their children.
     *
     * @since 1.1
     */
    public List<TreeNode> andBelow() {
        List<TreeNode> nodes = new ArrayList<>();
        collect(nodes);
        return nodes;
    }

    private void collect(List<TreeNode> nodes) {
        nodes.add(this);
        children.forEach(child -> child.collect(nodes));
    }
}
