package org.dovetail.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A framework, and the bundles and plugins of an installation in it.
 *
 * <p>A jar that cannot be installed, resolved or started is noted and left out; the others start
 * without it. Jars are used where they are, never copied. The framework's own cache is a temporary
 * folder of this process, gone when it ends.
 */
final class Container implements AutoCloseable {

    private static final long STOP_LIMIT = 10_000; // milliseconds

    /** Both generations of SLF4J's API, because older libraries import the range [1.7,2). */
    private static final String LOGGING = "org.slf4j;version=1.7.36,org.slf4j;version=2.0.20,"
            + "org.slf4j.event;version=2.0.20,org.slf4j.helpers;version=2.0.20,"
            + "org.slf4j.spi;version=2.0.20";

    private final Scratch cache;
    private final ClassPathBundles classPath;
    private final Framework framework;
    private final Failures failures = new Failures();
    private final Map<Bundle, Path> platform = new LinkedHashMap<>();
    private final Map<Bundle, Path> plugins = new LinkedHashMap<>();

    private Container(Scratch cache, ClassPathBundles classPath, Framework framework) {
        this.cache = cache;
        this.classPath = classPath;
        this.framework = framework;
    }

    /** Makes a framework without any bundle. */
    static Container create() throws IOException, BundleException {
        // Else it opens every jar on the class path to look for extensions of itself.
        System.setProperty("felix.extensions.disable", "true");
        Scratch cache = Scratch.create();
        Runtime.getRuntime().addShutdownHook(new Thread(cache::delete));
        ClassPathBundles classPath = new ClassPathBundles(System.getProperty("java.class.path"));
        Framework framework = new org.apache.felix.framework.FrameworkFactory()
                .newFramework(properties(cache), classPath);
        Container container = new Container(cache, classPath, framework);
        try {
            framework.init();
            container.failures.publish(framework.getBundleContext());
            return container;
        } catch (BundleException | RuntimeException e) {
            container.close();
            cache.checkSpace();
            throw e;
        }
    }

    /**
     * Installs, resolves and starts.
     *
     * @throws IOException if a file cannot be read, or there is no space for the cache
     */
    void start(Start start) throws IOException, BundleException {
        try {
            startAll(start);
        } catch (BundleException e) {
            cache.checkSpace();
            throw e;
        }
        if (!failures.get().isEmpty()) {
            cache.checkSpace();
        }
    }

    private void startAll(Start start) throws IOException, BundleException {
        if (!start.whole()) {
            context().installBundle(StandInComponents.LOCATION);
        }
        for (Path file : start.platform()) {
            install(file, platform);
        }
        for (Path file : start.home().plugins()) {
            // A record is of jars that nothing is wrong with.
            String problem = start.whole() ? Preflight.problem(file) : "";
            if (problem.isEmpty()) {
                install(file, plugins);
            } else {
                failures.add(file, problem);
            }
        }
        framework.start();
        // One resolution of all is cheaper than one for each.
        List<Bundle> all = new ArrayList<>(platform.keySet());
        all.addAll(plugins.keySet());
        framework.adapt(FrameworkWiring.class).resolveBundles(all);
        platform.forEach(this::start);
        if (start.whole()) {
            plugins.forEach(this::start);
        }
    }

    /** Returns the context of the framework. */
    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Returns what could not be installed or started. */
    Failures failures() {
        return failures;
    }

    /** Returns the bundles of the platform, and their jars. */
    Map<Bundle, Path> platform() {
        return platform;
    }

    /** Returns the bundles that are not of the platform. */
    List<Bundle> plugins() {
        return List.copyOf(plugins.keySet());
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_LIMIT);
        } catch (BundleException e) {
            throw new IllegalStateException("the framework does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cache.delete();
    }

    private static Map<String, String> properties(Scratch cache) {
        Map<String, String> map = new HashMap<>();
        map.put(Home.PROPERTY, Home.locate().folder().toString());
        map.put(Constants.FRAMEWORK_STORAGE, cache.folder().toString());
        map.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, LOGGING);
        // JFR writes its event classes into the loader of the event: they must see its internals.
        // The shell takes over Ctrl-C while a line runs.
        map.put(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.jfr.internal,jdk.jfr.internal.*,sun.misc");
        map.put("felix.bootdelegation.implicit", "false");
        // Handing the resolver's small pieces of work to other threads costs more than it saves.
        map.put("felix.resolver.parallelism", "1");
        map.put("felix.cache.locking", "false"); // the folder is this process's own
        map.put("felix.log.level", "0"); // failures come back as exceptions
        return map;
    }

    private void install(Path file, Map<Bundle, Path> installed) {
        try {
            installed.put(context().installBundle(classPath.location(file)), file);
        } catch (BundleException e) {
            failures.add(file, e);
        }
    }

    private void start(Bundle bundle, Path file) {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null) {
            return;
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            failures.add(file, e);
        }
    }
}
