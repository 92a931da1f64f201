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
 * @param common effective values, by name, of the settings that all algorithms of the role have in
 *     common
 * @param children what fills its slots, in the order of the slots and of the lists
 * @since 1.0
 */
public record TreeNode(
        String path,
        String slot,
        AlgorithmDescription algorithm,
        List<Assignment> selection,
        SortedMap<String, SettingValue> settings,
        SortedMap<String, SettingValue> common,
        List<TreeNode> children) {

    /** Copies the collections. */
    public TreeNode {
        selection = List.copyOf(selection);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        common = Collections.unmodifiableSortedMap(new TreeMap<>(common));
        children = List.copyOf(children);
    }

    /** Makes a node of a role whose algorithms have no settings in common. */
    public TreeNode(
            String path,
            String slot,
            AlgorithmDescription algorithm,
            List<Assignment> selection,
            SortedMap<String, SettingValue> settings,
            List<TreeNode> children) {
        this(path, slot, algorithm, selection, settings, new TreeMap<>(), children);
    }

    /**
     * Returns all effective values, those that the role has in common included, by whole path.
     *
     * @since 1.1
     */
    public SortedMap<String, SettingValue> values() {
        SortedMap<String, SettingValue> all = new TreeMap<>();
        settings.forEach((name, value) -> all.put(block() + "." + name, value));
        String place = slot.isEmpty() ? "" : path + "."; // the root's slot is the file itself
        common.forEach((name, value) -> all.put(place + name, value));
        return all;
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
