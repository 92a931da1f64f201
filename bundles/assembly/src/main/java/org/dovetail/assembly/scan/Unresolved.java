package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.Rejection;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says of bundles with components that cannot be started what they lack. */
final class Unresolved {

    private static final String COMPONENTS = "Service-Component";

    private final BundleContext context;

    Unresolved(BundleContext context) {
        this.context = context;
    }

    List<Rejection> rejections() {
        List<Rejection> rejections = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.INSTALLED
                    && bundle.getHeaders("").get(COMPONENTS) != null) {
                rejections.add(new Rejection(
                        bundle.getSymbolicName(),
                        bundle.getSymbolicName() + "@" + bundle.getVersion(),
                        reason(bundle)));
            }
        }
        return rejections;
    }

    private String reason(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return "is not installed properly";
        }
        String indirect = "";
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            if ("optional".equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))
                    || "dynamic"
                            .equals(requirement
                                    .getDirectives()
                                    .get(Constants.RESOLUTION_DIRECTIVE))) {
                continue;
            }
            Bundle provider = provider(requirement);
            if (provider == null) {
                return missing(requirement);
            }
            if (provider.getState() == Bundle.INSTALLED && provider != bundle) {
                indirect = "needs " + provider.getSymbolicName() + ", which cannot be used itself";
            }
        }
        return indirect.isEmpty() ? "is not resolved; has it been started?" : indirect;
    }

    private @Nullable Bundle provider(BundleRequirement requirement) {
        Bundle unresolved = null;
        for (Bundle candidate : context.getBundles()) {
            BundleRevision revision = candidate.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability capability :
                    revision.getDeclaredCapabilities(requirement.getNamespace())) {
                if (requirement.matches(capability)) {
                    if (candidate.getState() != Bundle.INSTALLED) {
                        return candidate;
                    }
                    unresolved = candidate;
                }
            }
        }
        return unresolved;
    }

    private static String missing(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        if (requirement
                .getNamespace()
                .equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
            int release = release(filter);
            return release > 0 ? ClassFile.needsJava(release) : "needs " + filter;
        }
        boolean isPackage = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE);
        return isPackage
                ? "needs package " + filter + ", which no bundle provides"
                : "needs " + requirement.getNamespace() + " " + filter
                        + ", which no bundle provides";
    }

    /** Returns the release in {@code (&(osgi.ee=JavaSE)(version=21))}; 0 if there is none. */
    private static int release(String filter) {
        int at = filter.indexOf("(version=");
        int end = filter.indexOf(')', Math.max(at, 0));
        if (at < 0 || end < 0 || !filter.contains("osgi.ee=JavaSE)")) {
            return 0;
        }
        try {
            return Integer.parseInt(filter.substring(at + "(version=".length(), end));
        } catch (NumberFormatException e) {
            return 0; // such as 1.8, which every Java here can run
        }
    }
}
