package org.dovetail.runtime.trees;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Candidates;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.runtime.Change;
import org.dovetail.runtime.Generation;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.SlotExplanation;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A live tree with the layers that made it, so that a change is one more layer.
 *
 * @param <R> the role of the root
 */
final class LiveNamedTree<R> implements NamedTree<R> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveNamedTree.class);

    private final TaskTrees trees;
    private final Plugins plugins;
    private final String name;
    private final Class<R> role;
    private final TaskTree<R> tree;

    private final Object changing = new Object(); // makes changes follow each other
    private final History history = new History();
    private final TreeSet<String> followed = new TreeSet<>();

    LiveNamedTree(
            TaskTrees trees,
            Plugins plugins,
            String name,
            TreeRequest request,
            Class<R> role,
            BuildOptions options,
            String who) {
        this.trees = trees;
        this.plugins = plugins;
        this.name = name;
        this.role = role;
        TreeRequest frozen = Layers.frozen(request);
        TreePlan plan = trees.resolve(frozen).plan();
        this.tree = trees.build(plan, role, options);
        history.add(generation(who, "open " + request.task(), frozen, plan));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<R> role() {
        return role;
    }

    @Override
    public TaskTree<R> tree() {
        return tree;
    }

    @Override
    public Generation current() {
        return history.last();
    }

    @Override
    public List<Generation> generations() {
        return history.all();
    }

    @Override
    public Generation generation(String which) {
        return history.find(which);
    }

    @Override
    public void name(String which, String text) {
        history.name(which, text);
    }

    @Override
    public Lease<R> lease(String holder) {
        return tree.lease(holder);
    }

    @Override
    public Generation generation(Lease<R> lease) {
        return history.of(lease.plan()).orElseGet(() -> {
            synchronized (changing) { // the newest is lent before it is written down
                return history.of(lease.plan())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a lease on another tree than " + name));
            }
        });
    }

    @Override
    public Change retarget(String slot, String selector, String who) {
        String what = "retarget " + slot + " " + selector;
        synchronized (changing) {
            Layer layer = Layers.use(slot + "=" + selector, what + next());
            return change(current().request().with(layer), kept(List.of(slot)), who, what);
        }
    }

    @Override
    public Change set(List<String> assignments, String who) {
        synchronized (changing) {
            TreeRequest request = current().request();
            List<String> free = new ArrayList<>();
            for (String assignment : assignments) {
                request = request.with(Layers.set(assignment, "set " + assignment + next()));
                Layers.slotSelectedBy(assignment).ifPresent(free::add);
            }
            return change(request, kept(free), who, "set " + String.join(" ", assignments));
        }
    }

    @Override
    public Change reload(String who) {
        synchronized (changing) {
            TreeRequest request = Layers.reread(current().request());
            return change(request, kept(List.of()), who, "reload");
        }
    }

    @Override
    public Change swap(List<String> slots, String who) {
        List<String> paths = slots.stream().map(this::wholePathOf).toList();
        String what = "swap" + (slots.isEmpty() ? "" : " " + String.join(" ", slots));
        synchronized (changing) {
            Candidates candidates = slots.isEmpty() ? Candidates.ALL : kept(paths);
            return change(current().request(), candidates, who, what);
        }
    }

    @Override
    public Change rollback(String which, String who) {
        synchronized (changing) {
            Generation target = history.find(which);
            List<String> missing = Pins.missing(target.plan(), trees.catalogue());
            if (!missing.isEmpty()) {
                throw new TaskException(
                        ErrorCode.NO_SUCH_ALGORITHM,
                        "cannot go back to " + target + ": it has " + String.join(", ", missing)
                                + ", not installed now; `install` it first");
            }
            Candidates same = Pins.exactly(target.plan(), target.toString());
            TreePlan plan = trees.resolve(target.request(), same).plan();
            if (!plan.hash().equals(target.plan().hash())) {
                throw new IllegalStateException(
                        "the layers of " + target + " came to another plan");
            }
            return change(target.request(), same, who, "rollback to " + target);
        }
    }

    @Override
    public Change follow(String slot, boolean follow, String who) {
        String path = slot.isEmpty() ? "" : wholePathOf(slot);
        synchronized (changing) {
            if (follow) {
                followed.add(path);
                return change(current().request(), kept(List.of()), who, "follow " + path);
            }
            followed.remove(path);
            return new Change(current(), List.of(), List.of());
        }
    }

    @Override
    public List<String> followed() {
        synchronized (changing) {
            return List.copyOf(followed);
        }
    }

    /** Takes what is new in the slots that are followed; a change that fails is told in the log. */
    void takeFollowed() {
        synchronized (changing) {
            if (followed.isEmpty()) {
                return;
            }
            try {
                Change change =
                        change(current().request(), kept(List.of()), "follow", "plugins changed");
                if (!change.differences().isEmpty()) {
                    LOG.info("{}: {} follows {}", name, change.generation(), change.differences());
                }
            } catch (TaskException e) {
                LOG.warn("{} stays as it is: {}", name, e.getMessage());
            }
        }
    }

    @Override
    public SlotExplanation explain(String slot) {
        String path = pathOf(slot);
        TreePlan plan = current().plan();
        boolean follows = Pins.covers(followed(), path);
        return new SlotReasons(trees.catalogue(), plugins.installed()).explain(plan, path, follows);
    }

    private String pathOf(String slot) {
        return SlotPaths.find(current().plan(), slot);
    }

    private String wholePathOf(String slot) {
        return SlotPaths.findWhole(current().plan(), slot);
    }

    /** Returns what keeps the versions in use, except in some slots and in those followed. */
    private Candidates kept(List<String> free) {
        List<String> all = new ArrayList<>(free);
        all.addAll(followed);
        return Pins.keep(current().plan(), all, new Staying(trees, plugins));
    }

    private String next() {
        return " (generation " + (current().number() + 1) + ")";
    }

    private Change change(TreeRequest request, Candidates candidates, String who, String what) {
        try {
            return changed(request, candidates, who, what);
        } catch (TaskException e) { // makes no generation, so nothing may tell of one
            String told = String.valueOf(e.getMessage()).replace(next(), "");
            throw told.equals(e.getMessage()) ? e : new TaskException(e.code(), told, e);
        }
    }

    private Change changed(TreeRequest request, Candidates candidates, String who, String what) {
        Resolution resolution = trees.resolve(request, candidates);
        TreePlan plan = resolution.plan();
        Generation before = current();
        if (request.equals(before.request()) && same(plan, before.plan()) && isUsable()) {
            return new Change(before, List.of(), resolution.notes());
        }
        List<Difference> differences = before.plan().diff(plan);
        tree.swap(plan);
        Generation next = generation(who, what, request, plan);
        history.add(next);
        return new Change(next, differences, resolution.notes());
    }

    private Generation generation(String who, String what, TreeRequest request, TreePlan plan) {
        // A digest can be had as long as the plugin is there; a record of what was needs it later.
        plan.nodes().forEach(node -> node.algorithm().bundle().digest());
        return new Generation(
                history.size() + 1, Optional.empty(), Instant.now(), who, what, request, plan);
    }

    private static boolean same(TreePlan one, TreePlan other) {
        List<TreeNode> left = one.nodes();
        List<TreeNode> right = other.nodes();
        if (left.size() != right.size() || !one.hash().equals(other.hash())) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).algorithm().equals(right.get(i).algorithm())) {
                return false; // the same version, but installed anew
            }
        }
        return true;
    }

    private boolean isUsable() {
        try {
            tree.lease().close();
            return true;
        } catch (TaskException e) {
            return false; // a plugin of it was stopped meanwhile
        }
    }
}
