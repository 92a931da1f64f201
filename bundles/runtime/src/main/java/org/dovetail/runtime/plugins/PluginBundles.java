package org.dovetail.runtime.plugins;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.Rejection;
import org.dovetail.runtime.Plugin;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** Knows which bundles of the framework are plugins, and what they were made from. */
final class PluginBundles {

    private static final String IN_PLACE = "reference:";

    private final BundleContext context;
    private final TaskTrees trees;
    private final Map<Long, String> digests = new HashMap<>();

    PluginBundles(BundleContext context, TaskTrees trees) {
        this.context = context;
        this.trees = trees;
    }

    void remember(Bundle bundle, JarBundle jar) {
        digests.put(bundle.getBundleId(), jar.digest());
    }

    /** Returns all that offers an algorithm or was installed here. */
    List<Plugin> all(Set<Long> leaving) {
        Map<Long, List<String>> algorithms = algorithms(trees.catalogue());
        List<Plugin> plugins = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            long id = bundle.getBundleId();
            if (algorithms.containsKey(id) || digests.containsKey(id)) {
                plugins.add(plugin(bundle, algorithms, leaving.contains(id)));
            }
        }
        plugins.sort(Comparator.comparing(Plugin::name).thenComparing(Plugin::version));
        return plugins;
    }

    List<Plugin> of(Collection<Bundle> bundles, Catalogue catalogue) {
        Map<Long, List<String>> algorithms = algorithms(catalogue);
        return bundles.stream().map(bundle -> plugin(bundle, algorithms, false)).toList();
    }

    private static Plugin plugin(
            Bundle bundle, Map<Long, List<String>> algorithms, boolean retired) {
        return new Plugin(
                bundle.getSymbolicName(),
                bundle.getVersion(),
                bundle.getBundleId(),
                algorithms.getOrDefault(bundle.getBundleId(), List.of()),
                retired);
    }

    private static Map<Long, List<String>> algorithms(Catalogue catalogue) {
        Map<Long, List<String>> algorithms = new HashMap<>();
        for (AlgorithmDescription each : catalogue.algorithms()) {
            algorithms
                    .computeIfAbsent(each.bundle().id(), id -> new ArrayList<>())
                    .add(each.role().name() + ": " + each.name());
        }
        return algorithms;
    }

    /** Returns what of some bundles cannot be used, and why. */
    List<String> notes(List<Bundle> bundles, Catalogue catalogue) {
        List<String> notes = new ArrayList<>();
        for (Bundle bundle : bundles) {
            String id = bundle.getSymbolicName() + "@" + bundle.getVersion();
            for (Rejection rejection : catalogue.allRejections(id)) {
                notes.add(rejection.component() + " cannot be used: " + rejection.reason());
            }
        }
        return notes;
    }

    /** Returns the bundle of the same name and version, if there is one. */
    @Nullable
    Bundle same(JarBundle jar) {
        for (Bundle bundle : context.getBundles()) {
            if (jar.name().equals(bundle.getSymbolicName())
                    && jar.version().equals(bundle.getVersion())) {
                return bundle;
            }
        }
        return null;
    }

    /** Returns whether a bundle was made from the same bytes; no, if that cannot be told. */
    boolean hasBytesOf(Bundle bundle, JarBundle jar) {
        String digest = digests.get(bundle.getBundleId());
        if (digest != null) {
            return digest.equals(jar.digest());
        }
        String location = bundle.getLocation();
        if (!location.startsWith(IN_PLACE + "file:")) {
            return false;
        }
        Path file = Path.of(URI.create(location.substring(IN_PLACE.length())));
        return Files.isRegularFile(file)
                && new JarFileCheck(file).read().digest().equals(jar.digest());
    }

    /** Returns a plugin's bundle, if it is one that may be taken away. */
    Bundle removable(Plugin plugin) {
        Bundle bundle = context.getBundle(plugin.bundle());
        if (bundle == null) {
            throw new TaskException(
                    ErrorCode.NO_SUCH_ALGORITHM, plugin + " is not installed any more");
        }
        List<String> others = new ArrayList<>();
        for (Bundle other : wiring().getDependencyClosure(List.of(bundle))) {
            if (other != bundle && other.getState() != Bundle.UNINSTALLED) {
                others.add(other.getSymbolicName() + "@" + other.getVersion());
            }
        }
        if (!others.isEmpty()) {
            others.sort(Comparator.naturalOrder());
            throw new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    plugin + " cannot go: " + String.join(", ", others)
                            + (others.size() == 1 ? " needs" : " need")
                            + " packages of it and would have to go first");
        }
        return bundle;
    }

    /** Uninstalls a bundle, and refreshes it alone. */
    void remove(Bundle bundle) {
        String location = bundle.getLocation();
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            throw new TaskException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "cannot uninstall " + bundle.getSymbolicName() + ": " + e.getMessage(),
                    e);
        }
        if (wiring().getRemovalPendingBundles().contains(bundle)) {
            wiring().refreshBundles(List.of(bundle));
        }
        if (digests.remove(bundle.getBundleId()) != null) {
            new Copies(context).delete(location);
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(0).adapt(FrameworkWiring.class);
    }
}
