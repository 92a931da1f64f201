package org.dovetail.runtime.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says of a bundle without algorithms, such as one of roles, what it lacks. */
final class Lacking {

    private final BundleContext context;
    private final Bundle bundle;

    Lacking(BundleContext context, Bundle bundle) {
        this.context = context;
        this.bundle = bundle;
    }

    String reason() {
        List<String> lacking = new ArrayList<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement requirement :
                revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
            if (requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE) == null
                    && exporters(requirement, true).isEmpty()) {
                lacking.add(text(requirement));
            }
        }
        return lacking.isEmpty()
                ? "needs a bundle that cannot be used itself"
                : "needs " + String.join(", ", lacking);
    }

    private String text(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        TreeSet<String> others = exporters(requirement, false);
        String name = name(filter);
        return "the package " + name
                + (others.isEmpty()
                        ? ", which nothing installed has"
                        : ", which is there in another version only: " + String.join(", ", others));
    }

    /** Returns who exports the package, in a version that fits or in any. */
    private TreeSet<String> exporters(BundleRequirement requirement, boolean fitting) {
        String wanted =
                name(requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""));
        TreeSet<String> found = new TreeSet<>();
        for (Bundle candidate : context.getBundles()) {
            BundleRevision revision = candidate.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability each :
                    revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                Object name = each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
                if (fitting ? requirement.matches(each) : wanted.equals(name)) {
                    found.add(
                            each.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)
                                    + " of " + candidate.getSymbolicName());
                }
            }
        }
        return found;
    }

    /** Returns the package in {@code (&(osgi.wiring.package=a.b)(version>=1.0))}. */
    private static String name(String filter) {
        String key = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=";
        int at = filter.indexOf(key);
        return at < 0 ? filter : filter.substring(at + key.length(), filter.indexOf(')', at));
    }
}
