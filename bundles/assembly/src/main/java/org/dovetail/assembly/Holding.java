package org.dovetail.assembly;

import java.time.Instant;
import java.util.List;
import org.dovetail.assembly.plan.TreePlan;

/**
 * One state of a tree that is in use, and by whom.
 *
 * @param plan what was built
 * @param current whether new leases of its tree get it
 * @param calls how many leases without a name there are: calls in flight, and others
 * @param holders the leases with a name, the oldest first
 * @since 1.1
 */
public record Holding(TreePlan plan, boolean current, int calls, List<Holder> holders) {

    /** Copies the list. */
    public Holding {
        holders = List.copyOf(holders);
    }

    /** Returns whether any node comes from a bundle. */
    public boolean uses(long bundle) {
        return plan.nodes().stream().anyMatch(node -> node.algorithm().bundle().id() == bundle);
    }

    /**
     * A lease with a name.
     *
     * @param name who holds it, such as {@code run 3}
     * @param since since when
     */
    public record Holder(String name, Instant since) {}
}
