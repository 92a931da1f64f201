package org.dovetail.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The record of what is installed, by which verbs that only look do without a framework. {@code
 * lib/warm-up} makes it; it is used as long as all jars are the same, and so is the Java.
 *
 * @param file the record
 * @param state what must be installed for it to be used
 */
record InstalledRecord(Path file, String state) {

    /** The system property with which {@code lib/warm-up} has the record made. */
    static final String MAKE = "dovetail.record";

    static InstalledRecord of(Home home) throws IOException {
        StringBuilder state = new StringBuilder();
        state.append(Runtime.version()).append('\n');
        append(state, home, home.bundles(""));
        append(state, home, home.plugins());
        return new InstalledRecord(
                home.folder()
                        .resolve("lib/archive")
                        .resolve(System.getProperty("java.version") + ".catalogue"),
                state.toString());
    }

    /** Paths inside of the installation are relative to it, since it can be moved. */
    private static void append(StringBuilder state, Home home, List<Path> jars) throws IOException {
        for (Path jar : jars) {
            state.append(jar.startsWith(home.folder()) ? home.folder().relativize(jar) : jar)
                    .append(' ')
                    .append(JarChecksum.of(jar))
                    .append('\n');
        }
    }
}
