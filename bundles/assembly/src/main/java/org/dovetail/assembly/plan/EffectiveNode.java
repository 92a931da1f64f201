package org.dovetail.assembly.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.assembly.config.Assignment;

/**
 * An algorithm in its place as far as it matters for a comparison: in a plan, or in a lock file whose
 * plugins need not be installed.
 *
 * @param path the place, as {@code process-ccd.background}
 * @param algorithm its name
 * @param version its version
 * @param bundle the digest of its bundle; empty if it is not known
 * @param origin where it was selected; empty if that is not known
 * @param settings values as {@link Assignment} of canonical text, by whole path
 * @param children what fills its slots
 * @since 1.1
 */
public record EffectiveNode(
        String path,
        String algorithm,
        String version,
        String bundle,
        String origin,
        SortedMap<String, Assignment> settings,
        List<EffectiveNode> children) {

    /** Copies the collections. */
    public EffectiveNode {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        children = List.copyOf(children);
    }

    /**
     * Returns a node of a plan and what is below it.
     *
     * @param node the node
     */
    public static EffectiveNode of(TreeNode node) {
        SortedMap<String, Assignment> settings = new TreeMap<>();
        node.values()
                .forEach((path, value) ->
                        settings.put(path, new Assignment(value.text(), value.origin())));
        List<EffectiveNode> children = new ArrayList<>();
        node.children().forEach(child -> children.add(of(child)));
        List<Assignment> selection = node.selection();
        return new EffectiveNode(
                node.path(),
                node.algorithm().name(),
                node.algorithm().version().toString(),
                digest(node),
                selection.isEmpty()
                        ? ""
                        : selection.get(selection.size() - 1).origin().toString(),
                settings,
                children);
    }

    private static String digest(TreeNode node) {
        try {
            return node.algorithm().bundle().digest();
        } catch (RuntimeException e) {
            return ""; // the bundle was uninstalled before anyone asked
        }
    }

    /** Returns name and version, as {@code mesh@1.0.0}. */
    String selected() {
        return algorithm + "@" + version;
    }

    /**
     * Compares with another node and what is below it.
     *
     * @param other the other node
     * @return what differs, in the order of the tree; empty if they are equal
     */
    public List<Difference> diff(EffectiveNode other) {
        return new PlanDiff().compare(this, other);
    }
}
