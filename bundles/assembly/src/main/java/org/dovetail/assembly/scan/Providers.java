package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Finds which installed bundles offer something, whether they can be used themselves or not. */
final class Providers {

    private final BundleContext context;

    Providers(BundleContext context) {
        this.context = context;
    }

    /**
     * Who offers something, and what it is.
     *
     * @param bundle who
     * @param capability what
     */
    record Offer(Bundle bundle, BundleCapability capability) {

        boolean usable() {
            return bundle.getState() != Bundle.INSTALLED;
        }
    }

    /** Returns what would do, from bundles that can be used first. */
    List<Offer> fitting(Wanted wanted) {
        List<Offer> usable = new ArrayList<>();
        List<Offer> broken = new ArrayList<>();
        for (Offer offer : all(wanted.namespace())) {
            if (wanted.requirement().matches(offer.capability())) {
                (offer.usable() ? usable : broken).add(offer);
            }
        }
        usable.addAll(broken);
        return usable;
    }

    /** Returns what has the same name in another version, as {@code 1.0.0 of org.example.sky}. */
    List<String> otherVersions(Wanted wanted, List<Version> versions) {
        TreeSet<String> found = new TreeSet<>();
        for (Offer offer : all(wanted.namespace())) {
            Object name = offer.capability().getAttributes().get(wanted.namespace());
            Object version = offer.capability().getAttributes().get(wanted.versionAttribute());
            if (wanted.name().equals(name) && version instanceof Version known) {
                versions.add(known);
                found.add(known + " of " + of(offer.bundle()));
            }
        }
        return List.copyOf(found);
    }

    static String of(Bundle bundle) {
        return bundle.getSymbolicName() + "@" + bundle.getVersion();
    }

    private List<Offer> all(String namespace) {
        List<Offer> offers = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                for (BundleCapability capability : revision.getDeclaredCapabilities(namespace)) {
                    offers.add(new Offer(bundle, capability));
                }
            }
        }
        return offers;
    }
}
