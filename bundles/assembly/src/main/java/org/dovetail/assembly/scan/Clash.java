package org.dovetail.assembly.scan;

import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.scan.Providers.Offer;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds two versions of one package that a bundle would have to see at once: it imports one, and
 * something else that it imports speaks of the other.
 */
final class Clash {

    private final Providers providers;

    Clash(Providers providers) {
        this.providers = providers;
    }

    Optional<String> words(Bundle bundle, List<Wanted> wants) {
        for (Wanted wanted : wants) {
            List<Offer> offers = providers.fitting(wanted);
            if (!wanted.namespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                    || offers.isEmpty()) {
                continue;
            }
            for (Wanted other : wants) {
                Optional<String> found = clash(bundle, wanted, offers.get(0), other);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> clash(Bundle bundle, Wanted wanted, Offer offer, Wanted other) {
        BundleWiring wiring = offer.bundle().adapt(BundleWiring.class);
        String uses = offer.capability().getDirectives().get(Constants.USES_DIRECTIVE);
        if (wiring == null || uses == null || !List.of(uses.split(",")).contains(other.name())) {
            return Optional.empty();
        }
        for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
            BundleCapability used = wire.getCapability();
            if (other.name().equals(used.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                    && !matches(other.requirement(), used)) {
                Object version = used.getAttributes().get("version");
                return Optional.of("needs " + other + ", and " + wanted.name() + ", from "
                        + Providers.of(offer.bundle()) + ", which itself uses " + other.name()
                        + " in version " + (version instanceof Version known ? known : "0.0.0")
                        + "; the two do not go together: replace one of "
                        + Providers.of(bundle) + " and " + Providers.of(offer.bundle())
                        + " by a version built for the same " + other.name());
            }
        }
        return Optional.empty();
    }

    private static boolean matches(BundleRequirement requirement, BundleCapability capability) {
        return requirement.matches(capability);
    }
}
