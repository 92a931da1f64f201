package org.dovetail.assembly.recorded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.build.LiveTrees;
import org.dovetail.assembly.build.RoleProxies;
import org.dovetail.assembly.build.UsableBundles;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.resolution.Resolver;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * Knows and plans what was recorded as installed; builds it in the framework.
 *
 * @since 1.0
 */
public final class RecordedTrees implements TaskTrees {

    private final Catalogue catalogue;
    private final Supplier<BundleContext> framework;
    private @Nullable LiveTrees trees;

    /**
     * Knows a catalogue.
     *
     * @param catalogue what is installed
     * @param framework a framework with the bundles that are in it; asked for when a tree is built
     */
    public RecordedTrees(Catalogue catalogue, Supplier<BundleContext> framework) {
        this.catalogue = catalogue;
        this.framework = framework;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Resolution resolve(TreeRequest request, Candidates candidates) {
        return new Resolver(catalogue, request, candidates).resolve();
    }

    @Override
    public List<Problem> check(TreePlan plan) {
        return live().check(inFramework(plan));
    }

    @Override
    public <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options) {
        // While the framework still starts.
        RoleProxies.make(plan.root(), RecordedTrees.class.getClassLoader());
        return live().build(inFramework(plan), role, options);
    }

    @Override
    public List<Holding> holdings() {
        return live().holdings();
    }

    @Override
    public CompletableFuture<Void> retire(long bundle) {
        return live().retire(bundle);
    }

    @Override
    public void restore(long bundle) {
        live().restore(bundle);
    }

    private synchronized LiveTrees live() {
        if (trees == null) {
            trees = new LiveTrees(UsableBundles.resolved(framework.get()));
        }
        return trees;
    }

    private TreePlan inFramework(TreePlan plan) {
        TreeNode root = new FrameworkBundles(framework.get()).in(plan.root());
        return new TreePlan(root, plan.keptHistory(), plan.emptied());
    }
}
