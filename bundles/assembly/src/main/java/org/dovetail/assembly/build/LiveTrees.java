package org.dovetail.assembly.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.plan.TreePlan;
import org.osgi.framework.Bundle;

/** All trees that were built in a framework, and which bundles they are to let go of. */
public final class LiveTrees implements LiveTree.Owner {

    private final UsableBundles bundles;
    private final Set<LiveTree<?>> trees = ConcurrentHashMap.newKeySet();
    private final Map<Long, CompletableFuture<Void>> retired = new ConcurrentHashMap<>();

    /**
     * Begins without a tree.
     *
     * @param bundles where algorithms come from
     */
    public LiveTrees(UsableBundles bundles) {
        this.bundles = bundles;
    }

    /** Builds all that would be built, to learn what constructors object to; keeps nothing. */
    public List<Problem> check(TreePlan plan) {
        return new Nodes(bundles, false, false).check(plan.root());
    }

    /**
     * Builds a tree.
     *
     * @param plan what to build, of bundles of this framework
     * @param role the role of the root
     * @param options how to build it
     * @throws org.dovetail.task.TaskException if it cannot be built; then nothing is left of it
     */
    public <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options) {
        LiveTree<R> tree = new LiveTree<>(bundles, plan, role, options, this);
        trees.add(tree); // before it is built, so that a bundle that stops meanwhile finds it
        try {
            tree.swap(plan);
        } catch (RuntimeException | Error e) {
            trees.remove(tree);
            throw e;
        }
        return tree;
    }

    /** Returns who holds which generation of which tree. */
    public List<Holding> holdings() {
        List<Holding> all = new ArrayList<>();
        trees.forEach(tree -> all.addAll(tree.holdings()));
        return all;
    }

    /** Lets nothing new be built of a bundle; the result completes when nothing is left of it. */
    public CompletableFuture<Void> retire(long bundle) {
        CompletableFuture<Void> released =
                retired.computeIfAbsent(bundle, id -> new CompletableFuture<>());
        drained(); // perhaps it is free already
        return released.copy();
    }

    /** Takes back that a bundle is to go. */
    public void restore(long bundle) {
        CompletableFuture<Void> released = retired.remove(bundle);
        if (released != null) {
            released.cancel(false);
        }
    }

    /** Lets go of a bundle that is being stopped, and waits for its calls in flight. */
    void withdraw(Bundle bundle) {
        trees.forEach(tree -> tree.withdraw(bundle));
    }

    /** Forgets that a bundle was to go, since it is gone. */
    void gone(long bundle) {
        retired.remove(bundle);
    }

    /** Gives up all trees. */
    void close() {
        trees.forEach(LiveTree::close);
    }

    @Override
    public void closed(LiveTree<?> tree) {
        trees.remove(tree);
    }

    @Override
    public void drained() {
        retired.forEach((bundle, released) -> {
            if (trees.stream().noneMatch(tree -> tree.uses(bundle))) {
                released.complete(null);
            }
        });
    }

    @Override
    public boolean isRetired(long bundle) {
        return retired.containsKey(bundle);
    }
}
