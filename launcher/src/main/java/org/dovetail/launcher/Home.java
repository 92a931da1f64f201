package org.dovetail.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of an installation.
 *
 * @param folder the folder with {@code bin}, {@code lib}, {@code bundles} and {@code plugins}
 * @param more further folders of plugins
 */
record Home(Path folder, List<Path> more) {

    /** The system property that names the installation; else it is found from this jar's place. */
    static final String PROPERTY = "dovetail.home";

    /** The system property with further plugin folders, separated as a class path is. */
    static final String PLUGINS = "dovetail.plugins";

    Home {
        more = List.copyOf(more);
    }

    static Home locate() {
        String named = System.getProperty(PROPERTY);
        String more = System.getProperty(PLUGINS, "");
        return new Home(
                named == null ? aroundThisJar() : Path.of(named),
                Stream.of(more.split(File.pathSeparator))
                        .filter(name -> !name.isEmpty())
                        .map(Path::of)
                        .toList());
    }

    /**
     * The bundles of the platform: those in {@code bundles}, which every verb needs, and those in a
     * folder there that has the verb's name.
     */
    List<Path> bundles(String verb) throws IOException {
        List<Path> all = new ArrayList<>(jars(folder.resolve("bundles")));
        if (!verb.isEmpty()) {
            all.addAll(jars(folder.resolve("bundles").resolve(verb)));
        }
        return all;
    }

    List<Path> plugins() throws IOException {
        List<Path> all = new ArrayList<>(jars(folder.resolve("plugins")));
        for (Path other : more) {
            all.addAll(jars(other));
        }
        return all;
    }

    private static Path aroundThisJar() {
        try {
            Path jar = Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../..").normalize(); // HOME/lib/launcher.jar
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(file -> file.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        }
    }
}
