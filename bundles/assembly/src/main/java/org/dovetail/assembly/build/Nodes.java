package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;

/** The nodes of all generations of one tree, each built once and closed after its last use. */
final class Nodes {

    /** A node that could not be built. */
    private record Failed(TreeNode node, TaskException failure) {}

    private final UsableBundles bundles;
    private final boolean strict;
    private final boolean guard;
    private final Map<String, SlotClock> clocks = new ConcurrentHashMap<>();
    private final Map<String, Node> known = new HashMap<>();

    Nodes(UsableBundles bundles, boolean strict, boolean guard) {
        this.bundles = bundles;
        this.strict = strict;
        this.guard = guard;
    }

    /**
     * Builds what is not there yet; if anything fails, nothing is left of it.
     *
     * @param root the root of the plan
     * @return the nodes of the plan, each in use once more, the root first
     * @throws TaskException that tells what is wrong with all nodes, one problem a line
     */
    List<Node> build(TreeNode root) {
        List<Node> held = new ArrayList<>();
        List<Failed> failures = new ArrayList<>();
        try {
            add(
                    root,
                    new NodeKeys(strict),
                    new NodeBuilder(bundles, strict, guard),
                    held,
                    failures);
        } catch (RuntimeException | Error e) {
            release(held);
            throw e;
        }
        if (!failures.isEmpty()) {
            release(held);
            throw together(failures);
        }
        return held;
    }

    /**
     * Builds a tree only to learn what is wrong with it.
     *
     * @param root the root of the plan
     */
    List<Problem> check(TreeNode root) {
        List<Node> held = new ArrayList<>();
        List<Failed> failures = new ArrayList<>();
        try {
            add(
                    root,
                    new NodeKeys(strict),
                    new NodeBuilder(bundles, strict, guard),
                    held,
                    failures);
        } finally {
            release(held);
        }
        List<Problem> problems = new ArrayList<>();
        for (Failed failed : failures) {
            problems.addAll(ConstructorFailure.problems(failed.node(), failed.failure()));
        }
        return problems;
    }

    private static TaskException together(List<Failed> all) {
        List<TaskException> failures = all.stream().map(Failed::failure).toList();
        if (failures.size() == 1) {
            return failures.get(0);
        }
        ErrorCode code = failures.get(0).code();
        StringBuilder lines = new StringBuilder();
        for (TaskException failure : failures) {
            boolean configuration = failure.code() == ErrorCode.INVALID_CONFIGURATION;
            code = configuration ? code : failure.code(); // what no setting can mend weighs more
            lines.append(lines.isEmpty() ? "" : "\n").append(failure.getMessage());
        }
        TaskException result = new TaskException(code, lines.toString(), failures.get(0));
        failures.subList(1, failures.size()).forEach(result::addSuppressed);
        return result;
    }

    /** Adds a node after those below it, so that parents come first in the end. */
    private @Nullable Node add(
            TreeNode planned,
            NodeKeys keys,
            NodeBuilder builder,
            List<Node> held,
            List<Failed> failures) {
        List<@Nullable Node> children = new ArrayList<>();
        for (TreeNode child : planned.children()) {
            children.add(add(child, keys, builder, held, failures));
        }
        try {
            if (children.contains(null)) {
                builder.rehearse(planned, children);
                return null;
            }
            Node node = node(planned, keys.of(planned), builder, List.copyOf(children));
            held.add(0, node);
            return node;
        } catch (TaskException e) {
            failures.add(new Failed(planned, e));
            return null;
        }
    }

    private Node node(TreeNode planned, String key, NodeBuilder builder, List<Node> children) {
        Node node = use(key);
        if (node != null) {
            return node;
        }
        SlotClock clock = clocks.computeIfAbsent(planned.path(), path -> new SlotClock());
        return use(builder.build(planned, key, children, clock));
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
