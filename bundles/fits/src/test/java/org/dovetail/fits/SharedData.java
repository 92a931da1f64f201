package org.dovetail.fits;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real frames that are not part of the sources; a test that needs one is skipped without them. */
public final class SharedData {

    private SharedData() {}

    /** Returns a file of the folder that the system property {@code dovetail.shared} names. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("dovetail.shared", "shared"), "data", name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
        return file;
    }

    /** Returns a camera file of the distribution. */
    static Path camera(String name) {
        return Path.of("../../cameras", name);
    }
}
