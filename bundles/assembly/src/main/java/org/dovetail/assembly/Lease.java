package org.dovetail.assembly;

import org.dovetail.assembly.plan.TreePlan;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds one state of a tree: while it lasts, nothing of it is closed or swapped.
 *
 * @param <R> the role of the root
 * @since 1.0
 */
@ProviderType
public interface Lease<R> extends AutoCloseable {

    /** Returns the root, with timing and, in a strict tree, contract checks around it. */
    R task();

    /** Returns what the root was built from. */
    TreePlan plan();

    /** Returns the class of the algorithm at the root, for its generic types. */
    Class<?> algorithmClass();

    /** Ends the lease; a second call does nothing. */
    @Override
    void close();
}
