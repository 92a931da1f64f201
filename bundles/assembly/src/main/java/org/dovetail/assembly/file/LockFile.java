package org.dovetail.assembly.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.assembly.catalogue.BundleDescription;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.EffectiveNode;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.resolution.LockReader;
import org.dovetail.task.TaskException;

/**
 * A lock file, read by itself: nothing that it names has to be installed.
 *
 * @param name the file as it was named
 * @param root the algorithm at the root and what is below it
 * @param bundles digests by bundle, as {@code org.example.mesh@1.0.0}
 * @since 1.1
 */
public record LockFile(String name, EffectiveNode root, SortedMap<String, Assignment> bundles) {

    /** Copies the map. */
    public LockFile {
        bundles = Collections.unmodifiableSortedMap(new TreeMap<>(bundles));
    }

    /**
     * Returns whether a text is that of a lock file.
     *
     * @param text the text
     */
    public static boolean isLock(String text) {
        return text.startsWith("lock:") || text.contains("\nlock:");
    }

    /**
     * Reads a lock file.
     *
     * @param name the file as it was named, for messages
     * @param text its text
     * @throws TaskException with {@code INVALID_CONFIGURATION} and places if it is none
     */
    public static LockFile read(String name, String text) {
        LockReader.Content content = LockReader.read(Layer.text(Layer.Kind.FILE, name, text));
        return new LockFile(name, content.root(), content.bundles());
    }

    /**
     * Returns what a plan's lock file holds, with the places where the plan has it from.
     *
     * @param plan the plan
     */
    public static LockFile of(TreePlan plan) {
        SortedMap<String, Assignment> bundles = new TreeMap<>();
        for (TreeNode node : plan.nodes()) {
            BundleDescription bundle = node.algorithm().bundle();
            Origin installed = new Origin(Layer.Kind.SET, "what is installed", 0, 0);
            bundles.put(bundle.toString(), new Assignment(bundle.digest(), installed));
        }
        return new LockFile(plan.root().path(), EffectiveNode.of(plan.root()), bundles);
    }

    /**
     * Compares two runs or dumps by their lock files.
     *
     * @param other the other lock file
     * @return what differs: algorithms, versions, bundles, settings; empty if they are equal
     */
    public List<Difference> diff(LockFile other) {
        List<Difference> all = new ArrayList<>(root.diff(other.root));
        bundles.forEach((bundle, digest) -> {
            Assignment theirs = other.bundles.get(bundle);
            if (theirs != null && !theirs.value().equals(digest.value())) {
                all.add(new Difference(
                        Difference.Kind.BUNDLE,
                        bundle,
                        digest.value().toString(),
                        theirs.value().toString(),
                        digest.origin().toString(),
                        theirs.origin().toString()));
            }
        });
        return all;
    }
}
