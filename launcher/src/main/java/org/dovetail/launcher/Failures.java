package org.dovetail.launcher;

import java.nio.file.Path;
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

    private static final Pattern JAVA =
            Pattern.compile("osgi\\.ee; .*?version[>=]+([0-9.]+)", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile(
            "osgi\\.wiring\\.package; (\\(&?\\(?osgi\\.wiring\\.package=([^)]+)\\).*)");
    private static final Pattern MISSING =
            Pattern.compile("missing requirement \\[[^]]*\\]\\]? (.*)");

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
        return Map.copyOf(reasons);
    }

    /** Says in words what the resolver says in filters. */
    static String readable(BundleException failure) {
        String message = String.valueOf(failure.getMessage()).replace('\n', ' ');
        return switch (failure.getType()) {
            case BundleException.RESOLVE_ERROR -> unresolved(message);
            case BundleException.ACTIVATOR_ERROR -> "its activator failed: " + root(failure);
            case BundleException.DUPLICATE_BUNDLE_ERROR ->
                "the same bundle in the same version " + "is installed already";
            default -> message;
        };
    }

    private static String unresolved(String message) {
        Matcher java = JAVA.matcher(message);
        if (java.find()) {
            return "needs Java " + java.group(1) + ", this is Java "
                    + Runtime.version().feature();
        }
        Matcher missing = PACKAGE.matcher(message);
        if (missing.find()) {
            return "needs package " + missing.group(2) + ", which no installed bundle offers in a "
                    + "fitting version: " + missing.group(1);
        }
        Matcher other = MISSING.matcher(message);
        return "not resolvable: " + (other.find() ? "nothing offers " + other.group(1) : message);
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
