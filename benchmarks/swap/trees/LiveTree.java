package org.dovetail.benchmarks.swap.trees;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.benchmarks.swap.Release;
import org.dovetail.benchmarks.swap.Subject;
import org.dovetail.benchmarks.swap.Times;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.PluginSet;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Workspace;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** A live tree, in one of whose slots one version of a plugin follows another. */
final class LiveTree<R> implements Subject {

    private final BundleContext context;
    private final Plugins plugins;
    private final Workspace workspace;
    private final NamedTree<R> tree;
    private final Case<R> what;
    private final Caller caller;
    private final Path folder;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private Plugin installed;
    private int micro;

    /** Opens the tree; the plugin's first version is installed already. */
    LiveTree(BundleContext context, Case<R> what, Path folder) throws Exception {
        this.context = context;
        this.what = what;
        this.folder = folder;
        plugins = service(context, Plugins.class);
        workspace = service(context, Workspace.class);
        tree = workspace.open(
                what.name(), what.request(), what.role(), BuildOptions.DEFAULT, what.name());
        tree.retarget(what.slot(), what.algorithm(), what.name());
        caller = what.caller().of(tree);
        installed = plugins.find(what.algorithm());
        note();
    }

    static <T> T service(BundleContext context, Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    private void note() {
        loaders.add(new WeakReference<>(context.getBundle(installed.bundle())
                .adapt(BundleWiring.class)
                .getClassLoader()));
    }

    @Override
    public String name() {
        return what.name();
    }

    @Override
    public String[] parts() {
        return new String[] {"install", "swap", "first call of the tree"};
    }

    @Override
    public double[] swap() throws Exception {
        micro++;
        String version = "1.0." + micro;
        Path jar = folder.resolve(what.algorithm() + "-" + version + ".jar");
        Files.write(jar, what.release().version(version));
        long start = System.nanoTime();
        PluginSet set = plugins.install(List.of(jar));
        double added = Times.since(start);
        tree.swap(List.of(what.slot()), what.name());
        double swapped = Times.since(start);
        caller.call(version);
        double all = Times.since(start);
        Plugin old = installed;
        installed = set.added().get(0);
        note();
        check(version);
        plugins.uninstall(old, Duration.ofSeconds(10)).gone().join();
        Files.delete(jar);
        return new double[] {all, added, swapped - added, all - swapped};
    }

    private void check(String version) {
        String wanted = what.algorithm() + "@" + version;
        boolean there = tree.current().plan().nodes().stream()
                .anyMatch(node -> node.algorithm().toString().equals(wanted));
        if (!there) {
            throw new IllegalStateException("the tree has no " + wanted);
        }
    }

    @Override
    public void call() {
        caller.call("");
    }

    @Override
    public int[] loaders() {
        return Times.alive(loaders);
    }

    @Override
    public void close() {
        workspace.close(what.name());
    }

    /** Calls a tree as a user would. */
    interface Caller {

        /**
         * Calls the tree; throws if the answer is wrong.
         *
         * @param version the version that has to answer; empty for any
         */
        void call(String version);

        /** Makes what calls a tree. */
        interface Maker<R> {

            Caller of(NamedTree<R> tree) throws Exception;
        }
    }
}
