package org.dovetail.benchmarks.swap.trees;

import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.benchmarks.swap.Release;
import org.dovetail.benchmarks.swap.Subject;
import org.dovetail.benchmarks.swap.Times;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.image.Exposure;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.runtime.NamedTree;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.PluginSet;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Workspace;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The tree of {@code extract-sources}, in whose slot {@code background} one version of {@code
 * polynomial} follows another.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the task's records are known at run time only
public final class LiveTree implements Subject {

    private static final String NAME = "benchmark";

    private final BundleContext context;
    private final Plugins plugins;
    private final NamedTree<PipelineTask> tree;
    private final Release release;
    private final Path folder;
    private final Record input;
    private final int rows;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private Plugin installed;
    private int micro;

    /** Takes the plugin's jar, an exposure, and a folder to write versions to. */
    public LiveTree(BundleContext context, String... arguments) throws Exception {
        this.context = context;
        release = Release.of(Path.of(arguments[0]));
        folder = Path.of(arguments[2]);
        plugins = service(Plugins.class);
        tree = service(Workspace.class)
                .open(
                        NAME,
                        TreeRequest.of("extract-sources"),
                        PipelineTask.class,
                        BuildOptions.DEFAULT,
                        NAME);
        tree.retarget("background", "polynomial", NAME);
        input = input(Path.of(arguments[1]));
        rows = rows();
        installed = plugins.find("polynomial");
        note();
    }

    private <T> T service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return context.getService(reference);
    }

    private Record input(Path file) throws Exception {
        try (Lease<PipelineTask> lease = tree.lease(NAME)) {
            for (Class<?> type : lease.algorithmClass().getClasses()) {
                if (type.getSimpleName().equals("Inputs")) {
                    Constructor<?> constructor = type.getConstructor(Exposure.class);
                    return (Record) constructor.newInstance(exposure(file));
                }
            }
        }
        throw new IllegalStateException("extract-sources has no record of inputs");
    }

    private Object exposure(Path file) throws Exception {
        for (ServiceReference<StorageFormat> each :
                context.getServiceReferences(StorageFormat.class, null)) {
            StorageFormat<?> format = context.getService(each);
            if (format.type() == Exposure.class && format.reads()) {
                return format.read(file, ReadContext.NONE);
            }
        }
        throw new IllegalStateException("nothing reads exposures");
    }

    private int rows() {
        Record output = tree.tree().task().run(input);
        try {
            return ((Catalog) output.getClass().getMethod("catalog").invoke(output)).rows();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note() {
        loaders.add(new WeakReference<>(context.getBundle(installed.bundle())
                .adapt(BundleWiring.class)
                .getClassLoader()));
    }

    @Override
    public String name() {
        return "live tree";
    }

    @Override
    public String[] parts() {
        return new String[] {"install", "swap", "first call of the tree"};
    }

    @Override
    public double[] swap() throws Exception {
        micro++;
        String version = "1.0." + micro;
        Path jar = folder.resolve("polynomial-" + version + ".jar");
        Files.write(jar, release.version(version));
        long start = System.nanoTime();
        PluginSet set = plugins.install(List.of(jar));
        double added = Times.since(start);
        tree.swap(List.of("background"), NAME);
        double swapped = Times.since(start);
        call();
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
        boolean there = tree.current().plan().nodes().stream()
                .anyMatch(node -> node.algorithm().toString().equals("polynomial@" + version));
        if (!there) {
            throw new IllegalStateException("the tree has no polynomial@" + version);
        }
    }

    @Override
    public void call() {
        int found = rows();
        if (found != rows) {
            throw new IllegalStateException(found + " sources, not " + rows);
        }
    }

    @Override
    public int[] loaders() {
        return Times.alive(loaders);
    }

    @Override
    public void close() {
        service(Workspace.class).close(NAME);
    }
}
