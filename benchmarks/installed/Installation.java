package org.dovetail.benchmarks.installed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A framework in this process, with the bundles of the packaged program or with none. */
public final class Installation implements AutoCloseable {

    private static final String LOGGING = "org.slf4j;version=1.7.36,org.slf4j;version=2.0.20,"
            + "org.slf4j.event;version=2.0.20,org.slf4j.helpers;version=2.0.20,"
            + "org.slf4j.spi;version=2.0.20";

    private final Path cache = Files.createTempDirectory("benchmark-");
    private final Framework framework;

    private Installation(String home, String packages) throws IOException, BundleException {
        Map<String, String> map = new HashMap<>();
        map.put("dovetail.home", home);
        map.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        map.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                packages.isEmpty() ? LOGGING : LOGGING + "," + packages);
        map.put(Constants.FRAMEWORK_BOOTDELEGATION, "jdk.jfr.internal,jdk.jfr.internal.*");
        map.put("felix.bootdelegation.implicit", "false");
        map.put("felix.resolver.parallelism", "1");
        map.put("felix.cache.locking", "false");
        framework = new org.apache.felix.framework.FrameworkFactory().newFramework(map);
        framework.init();
    }

    /** Starts a framework and nothing in it. */
    public static Installation bare() throws IOException, BundleException {
        Installation bare = new Installation("", "");
        bare.framework.start();
        return bare;
    }

    /**
     * Starts what a folder with a packaged program has, as its launcher does: in place, resolved
     * together.
     *
     * @param home the folder
     * @param packages packages of the class path that bundles are to see
     */
    public static Installation of(Path home, String packages) throws IOException, BundleException {
        Installation installed = new Installation(home.toString(), packages);
        installed.framework.start();
        installed.start(jars(home.resolve("bundles")));
        installed.start(jars(home.resolve("plugins")));
        return installed;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /** Installs jars in place and starts them. */
    public void start(List<Path> jars) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(context().installBundle("reference:" + jar.toUri()));
        }
        for (Bundle bundle : bundles) {
            bundle.start();
        }
    }

    /** Returns the context of the framework. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /**
     * Makes an object of a class in a bundle of the benchmark.
     *
     * @param jar the bundle
     * @param name the class, whose constructor takes a bundle context and strings
     * @param type an interface that both sides see
     */
    public <T> T make(Path jar, String name, Class<T> type, String... arguments)
            throws BundleException, ReflectiveOperationException {
        Bundle bundle = context().installBundle("reference:" + jar.toUri());
        bundle.start();
        return type.cast(bundle.loadClass(name)
                .getConstructor(BundleContext.class, String[].class)
                .newInstance(bundle.getBundleContext(), arguments));
    }

    @Override
    public void close() throws BundleException, InterruptedException, IOException {
        framework.stop();
        framework.waitForStop(10_000);
        try (Stream<Path> all = Files.walk(cache)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
