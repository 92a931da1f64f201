package org.dovetail.runtime.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Workspace;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Keeps live trees by name. */
@Component
public final class LiveWorkspace implements Workspace {

    private final TaskTrees trees;
    private final Plugins plugins;
    private final Plugins.Registration listening;
    private final TreeMap<String, LiveNamedTree<?>> named = new TreeMap<>();

    /**
     * Begins without a tree.
     *
     * @param trees plans and builds
     * @param plugins tells of new versions
     */
    @Activate
    public LiveWorkspace(@Reference TaskTrees trees, @Reference Plugins plugins) {
        this.trees = trees;
        this.plugins = plugins;
        this.listening = plugins.whenChanged(this::follow);
    }

    @Override
    public <R> NamedTree<R> open(
            String name, TreeRequest request, Class<R> role, BuildOptions options, String who) {
        synchronized (named) {
            if (named.containsKey(name)) {
                throw new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "there is a tree '" + name + "' already; close it, or give another name");
            }
            LiveNamedTree<R> tree =
                    new LiveNamedTree<>(trees, plugins, name, request, role, options, who);
            named.put(name, tree);
            return tree;
        }
    }

    @Override
    public List<NamedTree<?>> trees() {
        synchronized (named) {
            return new ArrayList<>(named.values());
        }
    }

    @Override
    public NamedTree<?> tree(String name) {
        synchronized (named) {
            LiveNamedTree<?> tree = named.get(name);
            if (tree == null) {
                throw new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "there is no tree '" + name + "'"
                                + Nearest.question(name, named.keySet())
                                + (named.isEmpty()
                                        ? "; none is open"
                                        : "; open: " + String.join(", ", named.keySet())));
            }
            return tree;
        }
    }

    @Override
    public void close(String name) {
        synchronized (named) {
            tree(name).tree().close();
            named.remove(name);
        }
    }

    /** Lets the trees that want so take what is new. */
    private void follow() {
        List<LiveNamedTree<?>> all;
        synchronized (named) {
            all = new ArrayList<>(named.values());
        }
        all.forEach(LiveNamedTree::takeFollowed);
    }

    /** Gives up all trees. */
    @Deactivate
    public void close() {
        listening.close();
        synchronized (named) {
            named.values().forEach(tree -> tree.tree().close());
            named.clear();
        }
    }
}
