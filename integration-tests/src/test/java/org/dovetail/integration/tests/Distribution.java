package org.dovetail.integration.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The packaged distribution under test. */
final class Distribution {

    private Distribution() {}

    static Path home() {
        return Path.of(System.getProperty("dovetail.distribution"));
    }

    /** Copies the whole of it, to be changed by a test. */
    static Path copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(home())) {
            for (Path from : files.toList()) {
                Files.copy(from, to.resolve(home().relativize(from)));
            }
        }
        return to;
    }

    /** Returns the bundles of the platform, with those of the shell. */
    static List<Path> bundles() {
        return Stream.concat(jars("bundles").stream(), jars("bundles/shell").stream())
                .toList();
    }

    static List<Path> plugins() {
        return jars("plugins");
    }

    static Path launcher() {
        return home().resolve("lib/org.dovetail.launcher.jar");
    }

    /** Returns the bundles of this project: the others keep rules of their own. */
    static List<Path> ownBundles() {
        return bundles().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("org.dovetail."))
                .toList();
    }

    static Attributes manifest(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(String folder) {
        try (Stream<Path> files = Files.list(home().resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
