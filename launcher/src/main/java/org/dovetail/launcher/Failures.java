package org.dovetail.launcher;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

/**
 * What could not be installed or started, and why.
 *
 * <p>The runtime sees it as a service: a {@code Supplier<Map<String, String>>} from file to reason,
 * with the service property {@code name=org.dovetail.launcher.failures}. A JDK type, so that no
 * bundle needs a class of the launcher.
 */
final class Failures implements Supplier<Map<String, String>> {

    /** The value of the service property {@code name}. */
    static final String NAME = "org.dovetail.launcher.failures";

    private static final Pattern JAVA = Pattern.compile("osgi\\.ee; .*?version[>=]+([0-9.]+)");
    private static final Pattern REQUIREMENT = Pattern.compile("; \\([^;]*?\\)(?= |$|\\])");
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)");
    private static final Pattern LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private final Map<String, String> reasons = new LinkedHashMap<>();

    void add(Path file, String reason) {
        reasons.put(file.toString(), reason);
    }

    void add(Path file, BundleException failure) {
        add(file, readable(failure));
    }

    void publish(BundleContext context) {
        context.registerService(
                Supplier.class, this, FrameworkUtil.asDictionary(Map.of("name", NAME)));
    }

    @Override
    public Map<String, String> get() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(reasons)); // in their order
    }

    /** Says in words what the resolver says in filters. */
    static String readable(BundleException failure) {
        String message = String.valueOf(failure.getMessage()).replace('\n', ' ');
        return switch (failure.getType()) {
            case BundleException.RESOLVE_ERROR -> unresolved(message);
            case BundleException.ACTIVATOR_ERROR -> "its activator failed: " + root(failure);
            case BundleException.DUPLICATE_BUNDLE_ERROR ->
                "the same bundle in the same version " + "is installed already";
            default -> "the framework refuses it: " + root(failure);
        };
    }

    private static String unresolved(String message) {
        Matcher java = JAVA.matcher(message);
        if (java.find()) {
            return "needs Java " + java.group(1) + ", this is Java "
                    + Runtime.version().feature();
        }
        Matcher requirement = REQUIREMENT.matcher(message);
        if (!requirement.find()) {
            return "not resolvable: " + message;
        }
        String filter = requirement.group().substring(2);
        Matcher missing = PACKAGE.matcher(filter);
        return "no installed bundle offers "
                + (missing.find() ? "package " + missing.group(1) + versions(filter) : filter);
    }

    private static String versions(String filter) {
        Matcher below = BELOW.matcher(filter);
        String end = below.find() ? " and before " + below.group(1) : "";
        Matcher least = LEAST.matcher(filter);
        return least.find() ? ", version from " + least.group(1) + end : "";
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.toString()
                : cause.getMessage();
    }
}
