package org.dovetail.assembly.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Parameter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Says in words which service of the platform somebody needs. */
public final class ServiceWords {

    private static final Pattern SIMPLE = Pattern.compile("\\(([^()=<>~!&|]+)=([^()*]+)\\)");

    private ServiceWords() {}

    /**
     * Returns what is missing, in words.
     *
     * @param type the interface of the service
     * @param target the filter that it must match; empty for any
     * @param otherwise what else mends it, such as {@code choose another}
     */
    public static String missing(String type, String target, String otherwise) {
        return "needs a service " + type + condition(target)
                + ", and nothing installed offers one; add a plugin that does, or " + otherwise;
    }

    private static String condition(String target) {
        if (target.isEmpty()) {
            return "";
        }
        boolean all = target.startsWith("(&") && target.endsWith("))");
        String rest = all ? target.substring(2, target.length() - 1) : target;
        List<String> words = new ArrayList<>();
        Matcher matcher = SIMPLE.matcher(rest);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(matcher.group(1) + " = " + matcher.group(2));
            end = matcher.end();
        }
        return end == rest.length()
                ? " with " + String.join(" and ", words)
                : " with certain properties";
    }

    /** Returns the first service that an algorithm needs and that is not there now. */
    static Optional<String> missing(BundleContext context, AlgorithmDescription algorithm) {
        Bundle bundle = context.getBundle(algorithm.bundle().id());
        BundleContext own = bundle == null ? null : bundle.getBundleContext();
        for (Parameter parameter : algorithm.details().parameters()) {
            if (own != null
                    && parameter.kind() == Parameter.Kind.SERVICE
                    && parameter.cardinality().isRequired()
                    && !present(own, parameter)) {
                return Optional.of(missing(
                        parameter.type(),
                        parameter.target(),
                        "choose another (`dovetail list " + algorithm.role().name() + "`)"));
            }
        }
        return Optional.empty();
    }

    private static boolean present(BundleContext context, Parameter parameter) {
        try {
            ServiceReference<?>[] found = context.getServiceReferences(
                    parameter.type(), parameter.target().isEmpty() ? null : parameter.target());
            return found != null;
        } catch (InvalidSyntaxException e) {
            return true; // told when the algorithm is built
        }
    }
}
