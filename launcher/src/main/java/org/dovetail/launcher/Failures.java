package org.dovetail.launcher;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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

    private final Map<String, String> reasons = new LinkedHashMap<>();

    void add(Path file, String reason) {
        reasons.put(file.toString(), reason);
    }

    void add(Path file, BundleException failure) {
        add(file, Reasons.readable(failure, file));
    }

    void publish(BundleContext context) {
        context.registerService(
                Supplier.class, this, FrameworkUtil.asDictionary(Map.of("name", NAME)));
    }

    @Override
    public Map<String, String> get() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(reasons)); // in their order
    }
}
