package org.dovetail.runtime;

import java.util.List;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Live trees by name; a service.
 *
 * <p><b>Threads.</b> Any number of threads may call it.
 *
 * @since 1.0
 */
@ProviderType
public interface Workspace {

    /**
     * Builds a tree and keeps it under a name. Configuration files are read once, now.
     *
     * @param name the name
     * @param request what is asked for
     * @param role the role of the root
     * @param options how to build it
     * @param who who asks
     * @param <R> the role of the root
     * @return the tree
     * @throws TaskException with {@code INVALID_CONFIGURATION} if the name is taken; as from {@link
     *     NamedTree#retarget} else
     */
    <R> NamedTree<R> open(
            String name, TreeRequest request, Class<R> role, BuildOptions options, String who);

    /** Returns all trees, in the order of their names. */
    List<NamedTree<?>> trees();

    /**
     * Returns a tree.
     *
     * @param name its name
     * @throws TaskException with {@code INVALID_CONFIGURATION} that tells which there are
     */
    NamedTree<?> tree(String name);

    /**
     * Gives up a tree; it is taken apart when the last lease has ended.
     *
     * @param name its name
     * @throws TaskException as from {@link #tree}
     */
    void close(String name);
}
