package org.dovetail.assembly.build;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.plan.TreePlan;

/** One state of a tree: its nodes, and how many leases there are on it. */
final class Generation {

    private final TreePlan plan;
    private final List<Node> nodes;
    private final Consumer<Generation> whenDrained;
    private final AtomicInteger holders = new AtomicInteger(1); // the tree itself is the first
    private final Set<Name> names = ConcurrentHashMap.newKeySet();
    private final CountDownLatch drained = new CountDownLatch(1);

    /** The name of one lease; two leases of one name are two. */
    static final class Name {

        private final Holding.Holder holder;

        Name(Holding.Holder holder) {
            this.holder = holder;
        }
    }

    /**
     * Makes a generation.
     *
     * @param plan what it was built from
     * @param nodes its nodes, the root first
     * @param whenDrained takes it apart when nobody holds it any more
     */
    Generation(TreePlan plan, List<Node> nodes, Consumer<Generation> whenDrained) {
        this.plan = plan;
        this.nodes = List.copyOf(nodes);
        this.whenDrained = whenDrained;
    }

    TreePlan plan() {
        return plan;
    }

    List<Node> nodes() {
        return nodes;
    }

    Node root() {
        return nodes.get(0);
    }

    /** Returns whether any node comes from a bundle. */
    boolean uses(long bundle) {
        for (Node node : nodes) {
            if (node.plan().algorithm().bundle().id() == bundle) {
                return true;
            }
        }
        return false;
    }

    /** Holds the generation, unless it has been taken apart. */
    boolean hold() {
        int count = holders.get();
        while (count > 0) {
            if (holders.compareAndSet(count, count + 1)) {
                return true;
            }
            count = holders.get();
        }
        return false;
    }

    /** Gives up one hold; the last one takes the generation apart. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            try {
                whenDrained.accept(this);
            } finally {
                drained.countDown();
            }
        }
    }

    /** Waits until nobody holds the generation; returns whether that came to pass in time. */
    boolean awaitDrained(Duration limit) throws InterruptedException {
        return drained.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    int holders() {
        return holders.get();
    }

    void note(Name name) {
        names.add(name);
    }

    void forget(Name name) {
        names.remove(name);
    }

    /** Tells who holds the generation. */
    Holding holding(boolean current) {
        List<Holding.Holder> named = new ArrayList<>();
        names.forEach(name -> named.add(name.holder));
        named.sort(Comparator.comparing(Holding.Holder::since));
        int calls = holders.get() - named.size() - (current ? 1 : 0);
        return new Holding(plan, current, Math.max(0, calls), named);
    }
}
