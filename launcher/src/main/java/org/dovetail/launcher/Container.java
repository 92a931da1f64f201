package org.dovetail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A running framework with the bundles and plugins of an installation.
 *
 * <p>A jar that cannot be installed, resolved or started is noted and left out; the others start
 * without it. Jars are used where they are, never copied. The framework's own cache is a temporary
 * folder of this process, gone when it ends.
 *
 * @param framework the framework, active
 * @param home the installation
 * @param failures what did not start
 * @param plugins the bundles that are not of the platform
 * @param cache the framework's folder
 */
record Container(
        Framework framework, Home home, Failures failures, List<Bundle> plugins, Path cache)
        implements AutoCloseable {

    /** The framework property that tells whoever builds trees whether plugins are started. */
    private static final String PLUGINS_START = "org.dovetail.plugins.start";

    private static final long STOP_LIMIT = 10_000; // milliseconds

    /** Both generations of SLF4J's API, because older libraries import the range [1.7,2). */
    private static final String LOGGING = "org.slf4j;version=1.7.36,org.slf4j;version=2.0.20,"
            + "org.slf4j.event;version=2.0.20,org.slf4j.helpers;version=2.0.20,"
            + "org.slf4j.spi;version=2.0.20";

    /** Starts what is installed. */
    static Container start(Start start) throws IOException, BundleException {
        Path cache = temporaryFolder();
        ClassPathBundles classPath = new ClassPathBundles(System.getProperty("java.class.path"));
        Framework framework = new org.apache.felix.framework.FrameworkFactory()
                .newFramework(properties(start, cache), classPath);
        Container container =
                new Container(framework, start.home(), new Failures(), new ArrayList<>(), cache);
        Runtime.getRuntime().addShutdownHook(new Thread(container::deleteCache));
        try {
            framework.init();
            container.failures.publish(framework.getBundleContext());
            Map<Bundle, Path> platform = new LinkedHashMap<>();
            for (Path file : start.home().bundles(start.verb())) {
                container.install(classPath.location(file), file, platform);
            }
            Map<Bundle, Path> plugins = container.installPlugins(classPath);
            framework.start();
            // One resolution of all is cheaper than one for each.
            List<Bundle> all = new ArrayList<>(platform.keySet());
            all.addAll(plugins.keySet());
            framework.adapt(FrameworkWiring.class).resolveBundles(all);
            platform.forEach(container::start);
            if (start.plugins()) {
                plugins.forEach(container::start);
            }
            return container;
        } catch (IOException | BundleException | RuntimeException e) {
            container.close();
            throw e;
        }
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
        deleteCache();
    }

    private static Path temporaryFolder() throws IOException {
        try {
            return Files.createTempDirectory("dovetail-");
        } catch (IOException e) {
            throw new IOException(
                    "cannot make a temporary folder in " + System.getProperty("java.io.tmpdir")
                            + "; set TMPDIR to a folder that can be written",
                    e);
        }
    }

    private static Map<String, String> properties(Start start, Path cache) {
        Map<String, String> map = new HashMap<>();
        map.put(Home.PROPERTY, start.home().folder().toString());
        map.put(PLUGINS_START, Boolean.toString(start.plugins()));
        map.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        map.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, LOGGING);
        // JFR writes its event classes into the loader of the event: they must see its internals.
        // The shell takes over Ctrl-C while a line runs.
        map.put(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.jfr.internal,jdk.jfr.internal.*,sun.misc");
        map.put("felix.bootdelegation.implicit", "false");
        map.put("felix.cache.locking", "false"); // the folder is this process's own
        map.put("felix.log.level", "0"); // failures come back as exceptions
        return map;
    }

    private Map<Bundle, Path> installPlugins(ClassPathBundles classPath) throws IOException {
        Map<Bundle, Path> installed = new LinkedHashMap<>();
        for (Path file : home.plugins()) {
            String problem = Preflight.problem(file);
            if (problem.isEmpty()) {
                install(classPath.location(file), file, installed);
            } else {
                failures.add(file, problem);
            }
        }
        plugins.addAll(installed.keySet());
        return installed;
    }

    private void install(String location, Path file, Map<Bundle, Path> installed) {
        try {
            installed.put(framework.getBundleContext().installBundle(location), file);
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

    private void deleteCache() {
        if (!Files.exists(cache)) {
            return;
        }
        try (Stream<Path> all = Files.walk(cache)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            cache.toFile().deleteOnExit(); // nothing more can be done for a temporary folder
        }
    }
}
