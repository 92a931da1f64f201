package org.dovetail.commands;

import java.util.Optional;
import java.util.TreeMap;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.Timings.Timing;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.runtime.NamedTree;

/**
 * The tree that a run takes its lease on: an open one of the live runtime, or one of its own.
 *
 * @param tree the tree
 * @param open the tree's name and generations, if it is an open one
 * @param before how long its calls took before this run
 */
@SuppressWarnings("rawtypes") // what a task takes and gives is known to its class only
record RunTree(TaskTree<PipelineTask> tree, Optional<NamedTree<PipelineTask>> open, Timings before)
        implements AutoCloseable {

    /** Returns the open tree of the name that is ordered, unless settings are ordered, too. */
    static RunTree of(RunOrder order, Session session) {
        Optional<NamedTree<PipelineTask>> open = session.installation()
                .live()
                .flatMap(live -> live.task(order.tree().task().toString()));
        if (open.isPresent() && !order.tree().layers().isEmpty()) {
            session.say("note: settings are given, so this run has a tree of its own; the open "
                    + open.get().name() + " stays as it is");
        } else if (open.isPresent() && order.options().strict()) {
            return own(open.get().current().plan(), order, session);
        } else if (open.isPresent()) {
            TaskTree<PipelineTask> tree = open.get().tree();
            return new RunTree(tree, open, tree.timings());
        }
        return own(ConfigOptions.resolve(order.tree(), session), order, session);
    }

    private static RunTree own(TreePlan plan, RunOrder order, Session session) {
        BuildOptions how = new BuildOptions(
                order.options().strict(), order.guard(), BuildOptions.DEFAULT.drainLimit());
        return new RunTree(
                session.installation().trees().build(plan, PipelineTask.class, how),
                Optional.empty(),
                new Timings(new TreeMap<>()));
    }

    Optional<String> name() {
        return open.map(NamedTree::name);
    }

    Lease<PipelineTask> lease(String holder) {
        return tree.lease(holder);
    }

    int generation(Lease<PipelineTask> lease) {
        return open.map(named -> named.generation(lease).number()).orElse(0);
    }

    /** Returns how long calls took since this run began; other runs of an open tree count, too. */
    Timings timings() {
        TreeMap<String, Timing> since = new TreeMap<>();
        tree.timings().slots().forEach((path, timing) -> {
            Timing earlier = before.slots().getOrDefault(path, new Timing(0, 0));
            since.put(
                    path,
                    new Timing(
                            timing.calls() - earlier.calls(),
                            timing.nanoseconds() - earlier.nanoseconds()));
        });
        return new Timings(since);
    }

    /** Gives up a tree of the run's own. */
    @Override
    public void close() {
        if (open.isEmpty()) {
            tree.close();
        }
    }
}
