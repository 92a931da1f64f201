package org.dovetail.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/**
 * Lets bundles whose jars are on the class path of the JVM have their classes from there.
 *
 * <p>To the framework they are bundles as all others: it reads their manifests, wires their packages
 * and starts them (OSGi Core Release 8, chapter 60, Connect). But the JVM can keep their classes,
 * lambdas included, in its archive, which it cannot for loaders that come and go. Plugins are never
 * on the class path: each has a loader of its own, which goes with it.
 */
final class ClassPathBundles implements ModuleConnector {

    private static final String PREFIX = "classpath:";

    private final Set<Path> jars = new HashSet<>();

    /**
     * Prepares to connect.
     *
     * @param classPath absolute paths of jars, separated as a class path is
     */
    ClassPathBundles(String classPath) {
        for (String entry : classPath.split(File.pathSeparator)) {
            jars.add(Path.of(entry));
        }
    }

    /**
     * Returns the location by which the framework shall install a jar: one that leads here, or one
     * that makes it use the file in place.
     *
     * @param jar an absolute path
     */
    String location(Path jar) {
        return jars.contains(jar) ? PREFIX + jar : "reference:" + jar.toUri();
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {
        // nothing is kept between processes
    }

    @Override
    public Optional<ConnectModule> connect(String location) {
        if (location.equals(StandInComponents.LOCATION)) {
            return Optional.of(StandInComponents::new);
        }
        if (!location.startsWith(PREFIX)) {
            return Optional.empty();
        }
        ClassPathJar jar = new ClassPathJar(Path.of(location.substring(PREFIX.length())));
        return Optional.of(() -> jar);
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}
