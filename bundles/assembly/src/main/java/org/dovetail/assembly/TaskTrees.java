package org.dovetail.assembly;

import org.dovetail.assembly.catalogue.Catalogue;
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
    Resolution resolve(TreeRequest request);

    /**
     * Builds a tree: calls the constructors of its algorithms.
     *
     * @param plan the plan
     * @param role the role of the root, as the caller knows it
     * @param options how to build it
     * @param <R> the role of the root
     * @return the tree, to be closed by the caller
     * @throws TaskException if a constructor refuses its settings (the message names the place, the
     *     algorithm and where the settings came from), or if a plugin is no longer there or does not
     *     fit
     */
    <R> TaskTree<R> build(TreePlan plan, Class<R> role, BuildOptions options);
}
