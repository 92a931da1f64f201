package org.dovetail.assembly;

import java.util.Optional;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which of the algorithms installed a plan may choose, place by place; beside the ranges that
 * the configuration gives.
 *
 * @since 1.1
 */
@ConsumerType
@FunctionalInterface
public interface Candidates {

    /** All that is installed. */
    Candidates ALL = (path, candidate) -> Optional.empty();

    /**
     * Returns why an algorithm may not be chosen at a place.
     *
     * @param path the place, as a {@link org.dovetail.assembly.plan.TreeNode} has it; empty for the
     *     root
     * @param candidate the algorithm
     * @return the reason, for a person; nothing if it may be chosen
     */
    Optional<String> objection(String path, AlgorithmDescription candidate);
}
