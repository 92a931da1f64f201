package org.dovetail.runtime;

import java.util.List;
import org.osgi.framework.Version;

/**
 * An installed plugin: one version of one bundle.
 *
 * @param name the symbolic name of the bundle
 * @param version its version
 * @param bundle its identifier in the framework
 * @param algorithms what it has, as {@code role: name}
 * @param retired whether it is to go as soon as nobody holds it
 * @since 1.0
 */
public record Plugin(
        String name, Version version, long bundle, List<String> algorithms, boolean retired) {

    /** Copies the list. */
    public Plugin {
        algorithms = List.copyOf(algorithms);
    }

    /** Returns name and version, as {@code org.example.mesh@1.0.0}. */
    @Override
    public String toString() {
        return name + "@" + version;
    }
}
