package org.dovetail.runtime.plugins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.PluginSet;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Removal;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Installs sets of plugins and takes single ones away when nobody holds them any more. */
@Component
public final class PluginStore implements Plugins {

    private final BundleContext context;
    private final TaskTrees trees;
    private final PluginBundles bundles;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService removing = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "plugin-removal");
        thread.setDaemon(true);
        return thread;
    });

    private final Object changing = new Object(); // guards what follows, and all changes
    private final Map<Long, CompletableFuture<Void>> leaving = new HashMap<>();

    /**
     * Begins with what is installed.
     *
     * @param context the context of this bundle
     * @param trees knows who holds what
     */
    @Activate
    public PluginStore(BundleContext context, @Reference TaskTrees trees) {
        this.context = context;
        this.trees = trees;
        this.bundles = new PluginBundles(context, trees);
    }

    @Override
    public List<Plugin> installed() {
        synchronized (changing) {
            return bundles.all(leaving.keySet());
        }
    }

    @Override
    public Plugin find(String selector) {
        return PluginSearch.find(selector, installed());
    }

    @Override
    public PluginSet install(List<Path> files) {
        JarSet set = JarSet.of(files);
        if (!set.problems().isEmpty()) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION, String.join("\n", set.problems()));
        }
        PluginSet result;
        synchronized (changing) {
            result = install(set);
        }
        if (!result.added().isEmpty()) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }

    private PluginSet install(JarSet set) {
        List<JarBundle> fresh = new ArrayList<>();
        List<Bundle> known = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (JarBundle jar : set.jars()) {
            Bundle same = bundles.same(jar);
            if (same == null) {
                fresh.add(jar);
            } else if (bundles.hasBytesOf(same, jar)) {
                known.add(same);
            } else {
                problems.add(jar.file() + ": " + jar.id()
                        + " is installed already, with other contents; a new build needs a new"
                        + " version, or `uninstall " + jar.id() + "` first");
            }
        }
        if (!problems.isEmpty()) {
            throw new TaskException(ErrorCode.INVALID_CONFIGURATION, String.join("\n", problems));
        }
        List<Bundle> added = new SetInstallation(context, trees).install(fresh);
        for (int i = 0; i < added.size(); i++) {
            bundles.remember(added.get(i), fresh.get(i));
        }
        known.forEach(bundle -> stay(bundle, notes));
        Catalogue catalogue = trees.catalogue();
        notes.addAll(bundles.notes(added, catalogue));
        return new PluginSet(bundles.of(added, catalogue), bundles.of(known, catalogue), notes);
    }

    /** Keeps a plugin that was to go. */
    private void stay(Bundle bundle, List<String> notes) {
        if (leaving.remove(bundle.getBundleId()) != null) {
            trees.restore(bundle.getBundleId());
            notes.add(bundle.getSymbolicName() + "@" + bundle.getVersion()
                    + " was to be uninstalled; it stays");
        }
    }

    @Override
    public void keep(Plugin plugin) {
        synchronized (changing) {
            if (leaving.remove(plugin.bundle()) != null) {
                trees.restore(plugin.bundle());
            }
        }
    }

    @Override
    public Removal uninstall(Plugin plugin, Duration limit) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CompletableFuture<Void> released;
        Bundle bundle;
        synchronized (changing) {
            bundle = bundles.removable(plugin);
            CompletableFuture<Void> before = leaving.putIfAbsent(plugin.bundle(), gone);
            if (before != null) {
                gone = before;
                released = before;
            } else {
                released = trees.retire(plugin.bundle());
            }
        }
        if (released != gone) {
            listeners.forEach(Runnable::run); // whoever follows versions may let go of this one
            removeWhen(released, bundle, gone);
        }
        return await(plugin, gone, limit);
    }

    private void removeWhen(
            CompletableFuture<Void> released, Bundle bundle, CompletableFuture<Void> gone) {
        if (released.isDone() && !released.isCompletedExceptionally()) {
            remove(bundle, gone, null);
        } else {
            // Not on the thread that ends the last lease: that has other work to do.
            released.whenCompleteAsync((v, failure) -> remove(bundle, gone, failure), removing);
        }
    }

    private Removal await(Plugin plugin, CompletableFuture<Void> gone, Duration limit) {
        try {
            gone.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Removal(plugin, List.of(), gone);
        } catch (TimeoutException e) {
            List<Holding> using = trees.holdings().stream()
                    .filter(holding -> holding.uses(plugin.bundle()))
                    .toList();
            return new Removal(plugin, using, gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskException(
                    ErrorCode.INTERRUPTED,
                    "interrupted; " + plugin + " goes when nobody holds it",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TaskException known) {
                throw known;
            }
            throw new TaskException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "cannot uninstall " + plugin + ": " + e.getCause().getMessage(),
                    e);
        }
    }

    private void remove(Bundle bundle, CompletableFuture<Void> gone, @Nullable Throwable restored) {
        try {
            synchronized (changing) {
                // A later removal of the same plugin has a future of its own, and its own leases.
                if (restored != null || !leaving.remove(bundle.getBundleId(), gone)) {
                    throw new TaskException(
                            ErrorCode.INTERRUPTED,
                            bundle.getSymbolicName() + "@" + bundle.getVersion()
                                    + " stays: it was installed again, or kept");
                }
                bundles.remove(bundle);
            }
            listeners.forEach(Runnable::run);
            gone.complete(null);
        } catch (RuntimeException e) { // whoever waits for it hears of it
            gone.completeExceptionally(e);
        }
    }

    @Override
    public Registration watch(Path folder, Duration quiet, Consumer<String> news) {
        if (!Files.isDirectory(folder)) {
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION, folder + ": there is no such folder");
        }
        FolderWatch watch = new FolderWatch(folder, this, quiet, news, System::nanoTime);
        watch.begin();
        return watch;
    }

    @Override
    public Registration whenChanged(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Takes no more plugins away. */
    @Deactivate
    public void close() {
        removing.shutdownNow();
    }
}
