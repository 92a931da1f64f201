package org.dovetail.assembly;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.framework.FrameworkFactory;
import org.dovetail.assembly.build.Assembler;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.TaskType;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * A real framework with the component runtime in it. The API, the roles of the tests and what is
 * tested come from the class path, so that a test sees the classes that the bundles see.
 */
public final class Platform {

    private static final String PACKAGES = String.join(
            ",",
            "org.dovetail.task;version=1.1.0",
            "org.dovetail.pipeline;version=2.0.0",
            "org.dovetail.assembly.world;version=1.0.0",
            "org.osgi.service.component;version=1.5.1",
            "org.osgi.service.component.runtime;version=1.5.1",
            "org.osgi.service.component.runtime.dto;version=1.5.1",
            "org.osgi.util.function;version=1.2.0",
            "org.osgi.util.promise;version=1.3.0",
            "org.slf4j;version=2.0.20",
            "org.slf4j.event;version=2.0.20",
            "org.slf4j.helpers;version=2.0.20",
            "org.slf4j.spi;version=2.0.20");

    private final Framework framework;
    private final Assembler trees;

    /** The names of all classes that bundles have loaded. */
    public final Set<String> loaded = ConcurrentHashMap.newKeySet();

    public Platform(Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", cache.toString(),
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "org.osgi.framework.system.packages.extra", PACKAGES,
                        "org.osgi.framework.bootdelegation", "jdk.jfr.internal,jdk.jfr.internal.*",
                        "felix.bootdelegation.implicit", "false",
                        "felix.log.level", "1"));
        framework.start();
        WeavingHook hook = woven -> loaded.add(woven.getClassName());
        context().registerService(WeavingHook.class, hook, null);
        install("org/apache/felix/scr/impl/Activator.class");
        for (Bundle bundle : context().getBundles()) {
            bundle.start();
        }
        trees = new Assembler(context(), service(ServiceComponentRuntime.class));
    }

    private void install(String resource) throws BundleException {
        String url = getClass().getClassLoader().getResource(resource).toString();
        String file = url.substring("jar:".length(), url.indexOf('!'));
        context().installBundle("reference:" + file);
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public TaskTrees trees() {
        return trees;
    }

    public <S> S service(Class<S> type) {
        return context().getService(context().getServiceReference(type));
    }

    /** Installs and starts a bundle that has the classes of a package of the test world. */
    public Bundle plugin(String world, String version) throws Exception {
        Bundle bundle = context()
                .installBundle(
                        "memory:" + world + version,
                        new ByteArrayInputStream(jar(world, version, Map.of())));
        bundle.start();
        return bundle;
    }

    /** Builds a bundle as the bnd plugin of a build does. */
    public static byte[] jar(String world, String version, Map<String, String> headers)
            throws Exception {
        try (Builder builder = new Builder()) {
            builder.setProperty(Constants.BUNDLE_SYMBOLICNAME, "test." + world);
            builder.setProperty(Constants.BUNDLE_VERSION, version);
            builder.setProperty(
                    Constants.PRIVATE_PACKAGE, "org.dovetail.assembly.world." + world + ".*");
            builder.setProperty(Constants.REPRODUCIBLE, "true"); // equal bytes at any time
            builder.setProperty(Constants.NOEXTRAHEADERS, "true");
            headers.forEach(builder::setProperty);
            builder.setClasspath(new File[] {
                place(Estimator.class), place(TaskType.class), place(Component.class)
            });
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IllegalStateException(builder.getErrors().toString());
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                jar.write(bytes);
                return bytes.toByteArray();
            }
        }
    }

    private static File place(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() throws Exception {
        trees.close();
        framework.stop();
        framework.waitForStop(60_000);
    }

    /** Returns the framework itself, as name and version. */
    public String systemBundle() {
        Bundle system = context().getBundle(0);
        return system.getSymbolicName() + "@" + system.getVersion();
    }

    /** Returns what cannot be used and why, in order, without the packages of classes. */
    public List<String> rejections() {
        return trees().catalogue().allRejections().stream()
                .map(r -> r.component().substring(r.component().lastIndexOf('.') + 1) + ": "
                        + r.reason())
                .sorted()
                .toList();
    }
}
