package org.dovetail.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;

/** Says in words what the framework says in filters. */
final class Reasons {

    private static final Pattern JAVA = Pattern.compile("osgi\\.ee; .*?version[>=]+([0-9.]+)");
    private static final Pattern REQUIREMENT = Pattern.compile("; \\([^;]*?\\)(?= |$|\\])");
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)");
    private static final Pattern LEAST = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    private Reasons() {}

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
