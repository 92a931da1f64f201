package org.dovetail.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.execution.RunOptions;

/**
 * All that a run is told.
 *
 * @param tree the task and its configuration
 * @param primary the files of the primary input
 * @param others the files of the other inputs, by dataset type
 * @param folder where outputs go
 * @param endings endings of output files, by dataset type
 * @param force whether outputs that are there may be replaced
 * @param camera a camera description
 * @param guard whether algorithms are held to the parts of values that they declare
 * @param options how to carry it out
 * @param events where events go
 * @param lock where the configuration is kept
 */
record RunOrder(
        TreeRequest tree,
        List<Path> primary,
        Map<String, List<Path>> others,
        Path folder,
        Map<String, List<String>> endings,
        boolean force,
        Optional<Path> camera,
        boolean guard,
        RunOptions options,
        Optional<Path> events,
        Optional<Path> lock) {

    /** Returns the same with outputs, and a lock if one is asked for, going elsewhere. */
    RunOrder in(Path other) {
        return new RunOrder(
                tree,
                primary,
                others,
                other,
                endings,
                force,
                camera,
                guard,
                options,
                events,
                lock.map(file -> other.resolve(file.getFileName())));
    }

    /** Returns the same with another tree. */
    RunOrder with(TreeRequest other) {
        return new RunOrder(
                other, primary, others, folder, endings, force, camera, guard, options, events,
                lock);
    }
}
