package org.dovetail.runtime.plugins;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * A jar that is a readable bundle.
 *
 * @param file the file
 * @param name the symbolic name
 * @param version the version
 * @param digest the SHA-256 of the file, in hexadecimal
 */
record JarBundle(Path file, String name, Version version, String digest) {

    /** Returns name and version, as {@code org.example.mesh@1.0.0}. */
    String id() {
        return name + "@" + version;
    }
}
