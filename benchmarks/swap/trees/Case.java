package org.dovetail.benchmarks.swap.trees;

import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.benchmarks.swap.Release;

/**
 * Which tree, and what is swapped in it.
 *
 * @param name the name of the tree in the report
 * @param request the tree
 * @param role the role of its root
 * @param slot the slot
 * @param algorithm the algorithm in the slot
 * @param release the plugin with the algorithm
 * @param caller makes what calls the tree
 */
record Case<R>(
        String name,
        TreeRequest request,
        Class<R> role,
        String slot,
        String algorithm,
        Release release,
        LiveTree.Caller.Maker<R> caller) {}
