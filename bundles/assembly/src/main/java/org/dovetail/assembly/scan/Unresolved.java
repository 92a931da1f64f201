package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.catalogue.Rejection;
import org.dovetail.assembly.scan.Providers.Offer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Says of bundles that cannot be started who needs what, what there is instead, and what mends it.
 *
 * <p>The framework answers in filters, and with the first thing that it fails on; this asks it what
 * each bundle wants and offers.
 */
final class Unresolved {

    private final BundleContext context;
    private final Providers providers;

    /**
     * Why a bundle cannot be used.
     *
     * @param words for a person
     * @param filter as the framework has it
     */
    private record Reason(String words, String filter) {}

    Unresolved(BundleContext context) {
        this.context = context;
        this.providers = new Providers(context);
    }

    List<Rejection> rejections() {
        List<Rejection> rejections = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED && bundle.getSymbolicName() != null) {
                Reason reason = reason(bundle);
                rejections.add(new Rejection(
                        bundle.getSymbolicName(),
                        Providers.of(bundle),
                        reason.words(),
                        reason.filter(),
                        BundleFile.of(bundle)));
            }
        }
        return rejections;
    }

    private Reason reason(Bundle bundle) {
        List<Bundle> chain = new ArrayList<>(List.of(bundle));
        StringBuilder words = new StringBuilder();
        while (true) {
            Bundle user = chain.get(chain.size() - 1);
            Optional<Reason> missing = missing(user);
            if (missing.isPresent()) {
                return new Reason(words + missing.get().words(), missing.get().filter());
            }
            Optional<Reason> next = broken(user, chain);
            if (next.isEmpty()) {
                return new Reason(words + clash(user), "");
            }
            words.append(next.get().words());
        }
    }

    /** Returns what nobody offers. */
    private Optional<Reason> missing(Bundle bundle) {
        for (Wanted wanted : wants(bundle)) {
            if (providers.fitting(wanted).isEmpty()) {
                return Optional.of(new Reason(words(bundle, wanted), wanted.filter()));
            }
        }
        return Optional.empty();
    }

    /** Returns what only a bundle offers that cannot be used itself, and adds it to the chain. */
    private Optional<Reason> broken(Bundle bundle, List<Bundle> chain) {
        for (Wanted wanted : wants(bundle)) {
            Offer offer = providers.fitting(wanted).get(0);
            if (!offer.usable() && !chain.contains(offer.bundle())) {
                chain.add(offer.bundle());
                return Optional.of(new Reason(
                        "needs " + wanted + ", from " + Providers.of(offer.bundle()) + ", which ",
                        wanted.filter()));
            }
        }
        return Optional.empty();
    }

    private static List<Wanted> wants(Bundle bundle) {
        List<Wanted> wants = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
                Wanted wanted = Wanted.of(requirement);
                if (!wanted.optional()) {
                    wants.add(wanted);
                }
            }
        }
        return wants;
    }

    private String words(Bundle bundle, Wanted wanted) {
        if (wanted.java() > 0) {
            return ClassFile.needsJava(wanted.java());
        }
        List<Version> versions = new ArrayList<>();
        List<String> others = providers.otherVersions(wanted, versions);
        if (others.isEmpty()) {
            return "needs " + wanted + ", which nothing installed "
                    + (wanted.name().isEmpty() ? "offers" : "has") + "; add a jar that does: "
                    + command(bundle, wanted.name().isEmpty() ? "OTHER" : wanted.name());
        }
        boolean old = versions.stream().allMatch(wanted::tooOld);
        String mend = old
                ? "; add a newer version of that, or replace " + Providers.of(bundle)
                        + " by one built for it: "
                : "; add a version of that which fits, or replace " + Providers.of(bundle)
                        + " by a newer one: ";
        return "needs " + wanted + "; there is " + String.join(" and ", others)
                + (old
                        ? ", too old"
                        : versions.stream().noneMatch(wanted::tooOld) ? ", too new" : "")
                + mend + command(bundle, bundle.getSymbolicName());
    }

    private String command(Bundle bundle, String name) {
        return BundleFile.command(context, bundle, name + ".jar");
    }

    /** Says why a bundle is not resolved though all that it wants is there. */
    private String clash(Bundle bundle) {
        String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
        return new Clash(providers)
                .words(bundle, wants(bundle))
                .orElse(
                        imports == null
                                        && bundle.getHeaders("").get(Constants.FRAGMENT_HOST)
                                                == null
                                ? "is not resolved; start it again"
                                : "needs packages that do not go together, since two bundles that it"
                                        + " uses want different versions of a third");
    }
}
