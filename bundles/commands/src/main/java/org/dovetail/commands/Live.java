package org.dovetail.commands;

import java.util.List;
import java.util.Optional;
import org.dovetail.execution.ExitCode;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Runs;
import org.dovetail.runtime.Workspace;

/**
 * A runtime that lasts longer than one command line.
 *
 * @param plugins installs and uninstalls
 * @param workspace has the open trees
 * @param runs has the runs in the background
 * @param who who asks, for the history of trees
 */
record Live(Plugins plugins, Workspace workspace, Runs runs, String who) {

    /** Returns the runtime of a session, or says what to do for one. */
    static Live of(Line line, Session session) {
        return session.installation()
                .live()
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        line.verb() + " needs a live runtime: type it in `dovetail shell`"));
    }

    /** Returns the tree that a line is about: the one it names, or the only one there is. */
    NamedTree<?> tree(Line line) {
        Optional<String> named = line.value("--tree");
        if (named.isPresent()) {
            return workspace.tree(named.get());
        }
        List<NamedTree<?>> all = workspace.trees();
        if (all.size() == 1) {
            return all.get(0);
        }
        List<String> names = all.stream().map(NamedTree::name).toList();
        throw new UserError(
                ExitCode.USAGE,
                all.isEmpty()
                        ? "no tree is open; `open TASK` opens one"
                        : line.verb() + ": which tree? --tree "
                                + String.join(" or --tree ", names));
    }

    /** Returns the open tree of a name, if it has a pipeline task at its root. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // what a task takes is known to its class only
    Optional<NamedTree<PipelineTask>> task(String name) {
        for (NamedTree<?> tree : workspace.trees()) {
            if (tree.name().equals(name) && tree.role() == PipelineTask.class) {
                return Optional.of((NamedTree<PipelineTask>) tree);
            }
        }
        return Optional.empty();
    }
}
