package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.plan.TreeNode;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** The nodes of all generations of one tree, each built once and closed after its last use. */
final class Nodes {

    private final BundleContext context;
    private final boolean strict;
    private final Map<String, SlotClock> clocks = new ConcurrentHashMap<>();
    private final Map<String, Node> known = new HashMap<>();

    Nodes(BundleContext context, boolean strict) {
        this.context = context;
        this.strict = strict;
    }

    /**
     * Builds what is not there yet; if anything fails, nothing is left of it.
     *
     * @param root the root of the plan
     * @return the nodes of the plan, each in use once more, the root first
     */
    List<Node> build(TreeNode root) {
        List<Node> held = new ArrayList<>();
        try {
            add(root, new NodeKeys(strict), new NodeBuilder(context, strict), held);
            return held;
        } catch (RuntimeException | Error e) {
            release(held);
            throw e;
        }
    }

    /** Adds a node after those below it, so that parents come first in the end. */
    private Node add(TreeNode planned, NodeKeys keys, NodeBuilder builder, List<Node> held) {
        List<Node> children = new ArrayList<>();
        for (TreeNode child : planned.children()) {
            children.add(add(child, keys, builder, held));
        }
        String key = keys.of(planned);
        Node node = use(key);
        if (node == null) {
            SlotClock clock = clocks.computeIfAbsent(planned.path(), path -> new SlotClock());
            node = use(builder.build(planned, key, children, clock));
        }
        held.add(0, node);
        return node;
    }

    private synchronized @Nullable Node use(String key) {
        Node node = known.get(key);
        return node == null ? null : use(node);
    }

    private synchronized Node use(Node node) {
        node.use();
        known.put(node.key(), node);
        return node;
    }

    /** Ends one use of each node, and closes those that nobody uses any more, parents first. */
    void release(List<Node> held) {
        List<Node> unused = new ArrayList<>();
        synchronized (this) {
            for (Node node : held) {
                if (node.disuse()) {
                    known.remove(node.key());
                    unused.add(node);
                }
            }
        }
        unused.forEach(Node::close);
    }

    Timings timings() {
        TreeMap<String, Timings.Timing> slots = new TreeMap<>();
        clocks.forEach((path, clock) -> slots.put(path, clock.read()));
        return new Timings(slots);
    }
}
