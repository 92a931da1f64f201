package org.dovetail.commands;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.Parameter;
import org.dovetail.assembly.recorded.Lean;
import org.dovetail.data.StorageFormat;
import org.osgi.framework.Bundle;

/**
 * Finds out how little of the platform is enough for runs.
 *
 * @param installation what is installed
 * @param plugins the bundles that are not of the platform
 * @param needed the jars of the platform that plugins are wired to
 */
record Frugality(Framework installation, List<Bundle> plugins, List<String> needed) {

    /** Returns what is enough; nothing if anything that is installed may need more. */
    Optional<Lean> lean() {
        Catalogue catalogue = installation.trees().catalogue();
        if (!offerOnlyAlgorithms(catalogue) || askForServices(catalogue)) {
            return Optional.empty();
        }
        return formats().map(formats -> new Lean(needed, formats));
    }

    /** A plugin is to be started if it has an activator or a component that is no algorithm. */
    private boolean offerOnlyAlgorithms(Catalogue catalogue) {
        for (Bundle plugin : plugins) {
            String components = plugin.getHeaders("").get("Service-Component");
            int described = components == null ? 0 : components.split(",").length;
            long algorithms = catalogue.algorithms().stream()
                    .filter(algorithm -> algorithm.bundle().id() == plugin.getBundleId())
                    .count();
            if (described != algorithms || plugin.getHeaders("").get("Bundle-Activator") != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean askForServices(Catalogue catalogue) {
        for (AlgorithmDescription algorithm : catalogue.algorithms()) {
            for (Parameter parameter : algorithm.details().parameters()) {
                if (parameter.kind() == Parameter.Kind.SERVICE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the classes of the formats, if each can be made by {@code new}. */
    private Optional<List<String>> formats() {
        Set<String> names = new HashSet<>();
        List<String> formats = new ArrayList<>();
        for (StorageFormat<?> format : installation.storageFormats()) {
            String name = format.getClass().getName();
            if (!names.add(name) || !isOnTheClassPath(format.getClass())) {
                return Optional.empty();
            }
            formats.add(name);
        }
        return Optional.of(formats);
    }

    private static boolean isOnTheClassPath(Class<?> type) {
        try {
            return Class.forName(type.getName()) == type
                    && type.getConstructor().canAccess(null);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
