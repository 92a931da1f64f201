package org.dovetail.assembly.scan;

import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Tells which bundle a class name means for another bundle, from the wires between them. */
final class ClassSpaces {

    private final Map<BundleWiring, String> names = new IdentityHashMap<>();
    private int last;

    /**
     * Returns where a bundle has a class from.
     *
     * @param user the bundle
     * @param className the name of the class
     * @return the wiring that provides it, the bundle's own included; nothing if the bundle is not
     *     resolved
     */
    @Nullable
    BundleWiring provider(Bundle user, String className) {
        BundleWiring wiring = user.adapt(BundleWiring.class);
        if (wiring == null) {
            return null;
        }
        int dot = className.lastIndexOf('.');
        String packageName = dot < 0 ? "" : className.substring(0, dot);
        BundleWiring imported = find(wiring, PackageNamespace.PACKAGE_NAMESPACE, packageName);
        if (imported != null) {
            return imported;
        }
        for (BundleWire wire : wires(wiring, BundleNamespace.BUNDLE_NAMESPACE)) {
            for (BundleCapability exported :
                    wire.getProviderWiring().getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                if (packageName.equals(
                        exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                    return wire.getProviderWiring();
                }
            }
        }
        return wiring;
    }

    /** Returns a name for a wiring that no other wiring has. */
    String name(BundleWiring wiring) {
        String known = names.get(wiring);
        if (known == null) {
            Bundle bundle = wiring.getBundle();
            known = bundle.getSymbolicName() + " " + bundle.getVersion();
            if (names.containsValue(known)) {
                known += " (" + ++last + ")";
            }
            names.put(wiring, known);
        }
        return known;
    }

    /** Forgets wirings that are no longer used. */
    void forgetUnused() {
        removeUnused(names.keySet());
    }

    static void removeUnused(Set<BundleWiring> wirings) {
        Iterator<BundleWiring> all = wirings.iterator();
        while (all.hasNext()) {
            if (!all.next().isInUse()) {
                all.remove();
            }
        }
    }

    private static @Nullable BundleWiring find(BundleWiring wiring, String namespace, String name) {
        for (BundleWire wire : wires(wiring, namespace)) {
            if (name.equals(wire.getCapability().getAttributes().get(namespace))) {
                return wire.getProviderWiring();
            }
        }
        return null;
    }

    private static List<BundleWire> wires(BundleWiring wiring, String namespace) {
        List<BundleWire> wires = wiring.getRequiredWires(namespace);
        return wires == null ? List.of() : wires;
    }
}
