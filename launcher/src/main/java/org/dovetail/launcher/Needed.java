package org.dovetail.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** What of the platform the plugins cannot be resolved without. */
final class Needed {

    private static final String EXTENDER = "osgi.extender"; // Compendium Release 8, chapter 135

    private Needed() {}

    /**
     * Returns the jars that plugins are wired to, and those that these are wired to. Components are
     * left out: they are extended, but not resolved, by the component runtime.
     */
    static List<Path> by(Container container) {
        Set<Bundle> seen = new LinkedHashSet<>(container.plugins());
        Deque<Bundle> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            BundleWiring wiring = next.remove().adapt(BundleWiring.class);
            if (wiring == null) {
                continue; // not resolved, which is reported elsewhere
            }
            for (BundleWire wire : wiring.getRequiredWires(null)) {
                Bundle provider = wire.getProvider().getBundle();
                if (!isOfComponents(wire) && seen.add(provider)) {
                    next.add(provider);
                }
            }
        }
        return container.platform().entrySet().stream()
                .filter(entry -> seen.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isOfComponents(BundleWire wire) {
        return wire.getCapability().getNamespace().equals(EXTENDER)
                && "osgi.component".equals(wire.getCapability().getAttributes().get(EXTENDER));
    }
}
