package org.dovetail.launcher;

import java.nio.file.Path;
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

    private static final Pattern NAME = Pattern.compile("not unique: (\\S+):(\\S+)");

    private Reasons() {}

    static String readable(BundleException failure, Path file) {
        String message = String.valueOf(failure.getMessage()).replace('\n', ' ');
        return switch (failure.getType()) {
            case BundleException.RESOLVE_ERROR -> unresolved(message);
            case BundleException.ACTIVATOR_ERROR -> "its activator failed: " + root(failure);
            case BundleException.DUPLICATE_BUNDLE_ERROR ->
                twice(message) + " is installed already, from another jar; keep one of the two:"
                        + remove(file).replace(" remove it:", "");
            default ->
                "the framework refuses its manifest: " + root(failure) + "; correct it, or"
                        + remove(file);
        };
    }

    /** Returns what to type to be rid of a file. */
    static String remove(Path file) {
        String path = file.toString();
        return " remove it: rm " + (path.matches("[\\w./+:@-]+") ? path : "'" + path + "'");
    }

    /** Returns the words for a Java that is too old, as the runtime has them. */
    static String needsJava(String release) {
        return "needs Java " + release + "; this is Java " + Runtime.version().feature()
                + "; start with a newer one: JAVA_HOME=/path/to/java-" + release
                + " dovetail doctor";
    }

    private static String twice(String message) {
        Matcher name = NAME.matcher(message);
        return name.find() ? name.group(1) + "@" + name.group(2) : "the same bundle";
    }

    private static String unresolved(String message) {
        Matcher java = JAVA.matcher(message);
        if (java.find()) {
            return needsJava(java.group(1));
        }
        Matcher requirement = REQUIREMENT.matcher(message);
        if (!requirement.find()) {
            return "not resolvable: " + message;
        }
        String filter = requirement.group().substring(2);
        Matcher missing = PACKAGE.matcher(filter);
        return "no installed bundle offers "
                + (missing.find()
                        ? "package " + missing.group(1) + versions(filter)
                        : "something that it needs; `dovetail doctor -v` shows what");
    }

    private static String versions(String filter) {
        Matcher below = BELOW.matcher(filter);
        String end = below.find() ? " and before " + below.group(1) : "";
        Matcher least = LEAST.matcher(filter);
        return least.find() ? ", version from " + least.group(1) + end : "";
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && !(cause.getCause() instanceof NumberFormatException)) { // says of what no more
            cause = cause.getCause();
        }
        return cause.getMessage() == null || cause.getMessage().isBlank()
                ? cause.toString()
                : cause.getMessage();
    }
}
