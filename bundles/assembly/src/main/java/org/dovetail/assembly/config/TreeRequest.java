package org.dovetail.assembly.config;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.Selector;

/**
 * Asks for a tree of tasks: which task is at the root, and the layers of configuration.
 *
 * @param role the name of the root's role
 * @param task the task at the root
 * @param layers the layers; those of one kind in this order, options after all files
 * @since 1.0
 */
public record TreeRequest(String role, Selector task, List<Layer> layers) {

    /** Copies the layers. */
    public TreeRequest {
        layers = List.copyOf(layers);
    }

    /**
     * Asks for a pipeline task.
     *
     * @param task its name, optionally with {@code @} and a version or a range
     * @throws IllegalArgumentException if it is no selector
     */
    public static TreeRequest of(String task) {
        return new TreeRequest("pipeline-task", Selector.parse(task), List.of());
    }

    /**
     * Adds a layer.
     *
     * @param layer the layer; wins over those of its kind that are there already
     */
    public TreeRequest with(Layer layer) {
        List<Layer> more = new ArrayList<>(layers);
        more.add(layer);
        return new TreeRequest(role, task, more);
    }
}
