package org.dovetail.assembly.build;

import java.util.List;
import org.dovetail.assembly.guard.Declared;
import org.dovetail.assembly.plan.TreeNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A built algorithm, shared by all generations that have it in the same place with the same
 * settings and the same nodes below.
 */
final class Node {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final TreeNode plan;
    private final String key;
    private final Object instance;
    private final Object slot;
    private final Declared declared;
    private final List<Runnable> releases;
    private int users;

    /**
     * Keeps what was built.
     *
     * @param plan what it was built from
     * @param key what tells it from all other nodes of the tree
     * @param instance the algorithm
     * @param slot what stands in the slot: the algorithm with what is around it
     * @param declared what it may read and write, in guard mode
     * @param releases give back the services that it uses
     */
    Node(
            TreeNode plan,
            String key,
            Object instance,
            Object slot,
            Declared declared,
            List<Runnable> releases) {
        this.plan = plan;
        this.key = key;
        this.instance = instance;
        this.slot = slot;
        this.declared = declared;
        this.releases = List.copyOf(releases);
    }

    TreeNode plan() {
        return plan;
    }

    String key() {
        return key;
    }

    Object instance() {
        return instance;
    }

    Declared declared() {
        return declared;
    }

    Object slot() {
        return slot;
    }

    void use() {
        users++;
    }

    /** Ends one use; returns whether it was the last. */
    boolean disuse() {
        return --users <= 0;
    }

    @SuppressWarnings("try") // an algorithm's close may be interrupted like anything else
    void close() {
        try {
            if (instance instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (Exception e) { // an algorithm's failure may not stop the others' closing
            LOG.warn("{} ({}) does not close", plan.path(), plan.algorithm(), e);
        } finally {
            releases.forEach(Runnable::run);
        }
    }
}
