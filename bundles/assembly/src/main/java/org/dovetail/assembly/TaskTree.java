package org.dovetail.assembly;

import java.util.Map;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A live tree of tasks that can be swapped while it is in use.
 *
 * <p>A swap builds only what changed; the rest is shared. Calls in flight finish on what they began
 * with. What nobody uses any more is closed, if it is {@link AutoCloseable}.
 *
 * <p><b>Threads.</b> Any number of threads may call it.
 *
 * @param <R> the role of the root
 * @since 1.0
 */
@ProviderType
public interface TaskTree<R> extends AutoCloseable {

    /** Returns the plan that new leases get. */
    TreePlan plan();

    /**
     * Returns the root as of now, to be held for the whole of a piece of work.
     *
     * @return the lease, to be closed by the caller
     * @throws TaskException with {@code NO_SUCH_ALGORITHM} if a plugin of the tree has been stopped
     *     or the tree is closed
     */
    Lease<R> lease();

    /**
     * Returns the root as of now, and notes who holds it.
     *
     * @param holder who, such as {@code run 3}
     * @return the lease, to be closed by the caller
     * @throws TaskException as from {@link #lease()}
     * @since 1.1
     */
    Lease<R> lease(String holder);

    /**
     * Returns a root that always is the newest: every call takes a lease for its own length.
     *
     * @return the root
     */
    R task();

    /**
     * Replaces the tree: validates and builds what changed, then switches the root at once. If
     * anything fails, nothing has changed.
     *
     * @param plan the new plan; its root has the same role
     * @throws TaskException as from {@link TaskTrees#build}
     */
    void swap(TreePlan plan);

    /**
     * Publishes the {@linkplain #task() root} as a service of its role, until the tree is closed.
     *
     * @param properties service properties beside {@code task.type} and {@code version}
     */
    void publish(Map<String, ?> properties);

    /** Returns how long the calls of each slot took so far. */
    Timings timings();

    /** Gives up the tree; it is taken apart when the last lease has ended. */
    @Override
    void close();
}
