package org.dovetail.assembly.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.resolution.Resolver;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Knows and plans what was recorded as installed; builds it in the framework.
 *
 * @since 1.0
 */
public final class RecordedTrees implements TaskTrees {

    private final Catalogue catalogue;
    private final Supplier<TaskTrees> live;

    /**
     * Knows a catalogue.
     *
     * @param catalogue what is installed
     * @param live the same in the framework; asked for when a tree is built
     */
    public RecordedTrees(Catalogue catalogue, Supplier<TaskTrees> live) {
        this.catalogue = catalogue;
        this.live = live;
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
        TaskTrees trees = live.get();
        return trees.check(inFramework(plan, trees.catalogue()));
    }

    @Override
    public <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options) {
        TaskTrees trees = live.get();
        return trees.build(inFramework(plan, trees.catalogue()), role, options);
    }

    @Override
    public List<Holding> holdings() {
        return live.get().holdings();
    }

    @Override
    public CompletableFuture<Void> retire(long bundle) {
        return live.get().retire(bundle);
    }

    @Override
    public void restore(long bundle) {
        live.get().restore(bundle);
    }

    private static TreePlan inFramework(TreePlan plan, Catalogue installed) {
        return new TreePlan(
                inFramework(plan.root(), installed), plan.keptHistory(), plan.emptied());
    }

    /** Says of a node which bundle of the framework its algorithm comes from. */
    private static TreeNode inFramework(TreeNode node, Catalogue installed) {
        List<TreeNode> children = new ArrayList<>();
        for (TreeNode child : node.children()) {
            children.add(inFramework(child, installed));
        }
        return new TreeNode(
                node.path(),
                node.slot(),
                inFramework(node.algorithm(), installed),
                node.selection(),
                node.settings(),
                children);
    }

    private static AlgorithmDescription inFramework(
            AlgorithmDescription recorded, Catalogue installed) {
        for (AlgorithmDescription each : installed.algorithms()) {
            if (each.className().equals(recorded.className())
                    && each.name().equals(recorded.name())
                    && each.version().equals(recorded.version())
                    && each.bundle().symbolicName().equals(recorded.bundle().symbolicName())) {
                return each;
            }
        }
        throw new TaskException(
                ErrorCode.NO_SUCH_ALGORITHM,
                recorded + " of " + recorded.bundle() + " is no longer installed");
    }
}
