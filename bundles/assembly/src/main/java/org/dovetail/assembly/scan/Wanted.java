package org.dovetail.assembly.scan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * What a bundle asks for, in words.
 *
 * @param requirement what it asks for, as the framework has it
 * @param filter the condition, as the framework has it
 */
record Wanted(BundleRequirement requirement, String filter) {

    private static final Pattern LEAST = Pattern.compile("\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern BELOW =
            Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");
    private static final Pattern MOST = Pattern.compile("\\((?:bundle-)?version<=([^)]+)\\)");

    static Wanted of(BundleRequirement requirement) {
        return new Wanted(
                requirement,
                requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, ""));
    }

    /** Returns whether the bundle can do without it, or finds it later. */
    boolean optional() {
        String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        String effective = requirement
                .getDirectives()
                .getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
        return "optional".equals(resolution)
                || "dynamic".equals(resolution)
                || !effective.equals(Constants.EFFECTIVE_RESOLVE);
    }

    /** Returns the attribute of a capability that has the name of what is asked for. */
    String namespace() {
        return requirement.getNamespace();
    }

    /** Returns the attribute of a capability that has its version. */
    String versionAttribute() {
        return namespace().equals(BundleNamespace.BUNDLE_NAMESPACE)
                        || namespace().equals(HostNamespace.HOST_NAMESPACE)
                ? "bundle-version"
                : "version";
    }

    /** Returns the name of what is asked for; empty if it has none. */
    String name() {
        Matcher name = Pattern.compile("\\(" + Pattern.quote(namespace()) + "=([^)]+)\\)")
                .matcher(filter);
        return name.find() ? name.group(1) : "";
    }

    /** Returns the Java release asked for; 0 if it is not that, or one that every Java here is. */
    int java() {
        Matcher least = Pattern.compile("\\(version=(\\d+)\\)").matcher(filter);
        boolean java =
                namespace().equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)
                        && filter.contains("(osgi.ee=JavaSE)");
        return java && least.find() ? Integer.parseInt(least.group(1)) : 0;
    }

    /** Returns whether a version is older than any that would do. */
    boolean tooOld(Version version) {
        Matcher least = LEAST.matcher(BELOW.matcher(filter).replaceAll(""));
        return least.find() && version.compareTo(Version.valueOf(least.group(1))) < 0;
    }

    /** Returns {@code package org.example.sky, version 1.0.0 or later and below 2.0.0}. */
    @Override
    public String toString() {
        String kind = switch (namespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> "package ";
            case BundleNamespace.BUNDLE_NAMESPACE -> "bundle ";
            case HostNamespace.HOST_NAMESPACE -> "the bundle that it extends, ";
            default -> "";
        };
        return kind.isEmpty() || name().isEmpty()
                ? "a capability '" + namespace() + "' (-v shows which)"
                : kind + name() + versions();
    }

    private String versions() {
        Matcher below = BELOW.matcher(filter);
        String end = below.find() ? "below " + below.group(1) : "";
        Matcher most = MOST.matcher(filter);
        end = end.isEmpty() && most.find() ? "up to " + most.group(1) : end;
        Matcher least = LEAST.matcher(BELOW.matcher(filter).replaceAll(""));
        if (!least.find() || least.group(1).equals("0.0.0") && end.isEmpty()) {
            return end.isEmpty() ? "" : ", version " + end;
        }
        return ", version " + least.group(1) + " or later" + (end.isEmpty() ? "" : " and " + end);
    }
}
