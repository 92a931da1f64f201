package org.dovetail.assembly;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Knows what is installed, plans trees of tasks and builds them; a service.
 *
 * <p><b>Threads.</b> Any number of threads may call it.
 *
 * @since 1.0
 */
@ProviderType
public interface TaskTrees {

    /** Returns what is installed now; loads no class of a plugin. */
    Catalogue catalogue();

    /**
     * Plans a tree from what is installed now; loads no class of a plugin.
     *
     * @param request what is asked for
     * @return the plan, or all that is wrong with the request
     */
    default Resolution resolve(TreeRequest request) {
        return resolve(request, Candidates.ALL);
    }

    /**
     * Plans a tree from some of what is installed now; loads no class of a plugin.
     *
     * @param request what is asked for
     * @param candidates what may be chosen
     * @return the plan, or all that is wrong with the request
     * @since 1.1
     */
    Resolution resolve(TreeRequest request, Candidates candidates);

    /**
     * Builds a tree only to learn what the checks of its algorithms find; runs no data through it.
     *
     * @param plan the plan
     * @return everything that is wrong, with places; empty if {@link #build} would succeed
     * @since 1.1
     */
    List<Problem> check(TreePlan plan);

    /**
     * Builds a tree: calls the constructors of its algorithms.
     *
     * @param plan the plan
     * @param role the role of the root, as the caller knows it
     * @param options how to build it
     * @param <R> the role of the root
     * @return the tree, to be closed by the caller
     * @throws TaskException if constructors refuse their settings (the message has a line for each
     *     mistake, with the place, the algorithm and where the settings came from), or if a plugin is no longer there or does not
     *     fit
     */
    <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options);

    /**
     * Returns the states of all trees that are in use, of each tree the newest last.
     *
     * @since 1.1
     */
    List<Holding> holdings();

    /**
     * Keeps what is in a bundle out of new plans and new generations, until it is {@linkplain
     * #restore restored} or uninstalled. Trees that have it keep it, and go on to lend it.
     *
     * @param bundle the identifier of the bundle
     * @return done when no state of any tree has anything of the bundle any more; fails if it is
     *     restored
     * @since 1.1
     */
    CompletableFuture<Void> retire(long bundle);

    /**
     * Lets new plans choose what is in a bundle again.
     *
     * @param bundle the identifier of the bundle
     * @since 1.1
     */
    void restore(long bundle);
}
