package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may see whom, read from the manifests of the packaged jars. */
class ManifestIT {

    /** What a bundle of this project may stand on; the testkit is no part of the distribution. */
    private static final Map<String, List<String>> BELOW = Map.ofEntries(
            Map.entry("task", List.of()),
            Map.entry("image", List.of("task")),
            Map.entry("fits", List.of("task", "image")),
            Map.entry("tables", List.of("task", "image")),
            Map.entry("quicklook", List.of("task", "image")),
            Map.entry("comparison", List.of("task", "image")),
            Map.entry("assembly", List.of("task", "image")),
            Map.entry("execution", List.of("task", "image", "assembly")),
            Map.entry("runtime", List.of("task", "image", "assembly", "execution")),
            Map.entry("shell", List.of("task", "commands")),
            Map.entry(
                    "commands",
                    List.of(
                            "task",
                            "image",
                            "fits",
                            "tables",
                            "quicklook",
                            "comparison",
                            "assembly",
                            "execution",
                            "runtime")));

    /** The second is the module's own: the first names its parent. */
    private static final Pattern ARTIFACT =
            Pattern.compile("<artifactId>org\\.dovetail\\.([\\w.]+)</artifactId>");

    static Stream<Path> plugins() {
        return Distribution.plugins().stream();
    }

    static Stream<Path> bundles() {
        return Distribution.ownBundles().stream();
    }

    static Stream<Path> platform() {
        return Distribution.bundles().stream();
    }

    static Stream<Path> all() {
        return Stream.concat(plugins(), bundles());
    }

    @Test
    void everyModuleIsInTheDistribution() throws IOException {
        Set<String> missing = new TreeSet<>(modules("bundles"));
        missing.addAll(modules("plugins"));
        all().forEach(jar -> missing.remove(name(jar)));
        assertEquals(Set.of("testkit"), missing); // needs JUnit: for the tests of plugins only
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void pluginExportsNothing(Path plugin) {
        assertEquals(Set.of(), Headers.exports(plugin));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void pluginSeesTaskApiAndTheLoggerOnly(Path plugin) {
        Set<String> offered = exports(List.of("task", "image"));
        Set<String> foreign = new TreeSet<>(Headers.imports(plugin));
        foreign.removeIf(name -> offered.contains(name)
                || name.startsWith("java.")
                || name.startsWith("org.hipparchus.") // mathematics, as values in and out
                || name.equals("org.slf4j")
                || name.equals("org.jspecify.annotations"));
        assertEquals(Set.of(), foreign);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bundleSeesOnlyThoseBelow(Path bundle) {
        String name = name(bundle);
        boolean wrapper = name.startsWith("thirdparty."); // a library made a bundle, nothing more
        assertTrue(
                wrapper || BELOW.containsKey(name),
                "a bundle without a place in the house: " + name);
        Set<String> offered = exports(BELOW.getOrDefault(name, List.of()));
        Set<String> foreign = new TreeSet<>(Headers.imports(bundle));
        foreign.removeIf(other -> !other.startsWith("org.dovetail.") || offered.contains(other));
        foreign.removeAll(Headers.exports(bundle));
        assertEquals(Set.of(), foreign);
    }

    @ParameterizedTest
    @MethodSource("all")
    void exportsHaveVersionsAndImportsOfThemRanges(Path jar) {
        Headers.clauses(jar, "Export-Package")
                .forEach((name, attributes) ->
                        assertTrue(attributes.contains("version="), name + attributes));
        Headers.clauses(jar, "Import-Package").forEach((name, attributes) -> {
            if (name.startsWith("org.dovetail.")) {
                assertTrue(attributes.contains("version=\"["), name + attributes);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void nameOfTheFileIsTheNameOfTheBundle(Path jar) {
        assertEquals(
                jar.getFileName().toString(),
                Distribution.manifest(jar).getValue("Bundle-SymbolicName") + ".jar");
    }

    /** The program has the platform on its class path, which sees into no jar in a jar. */
    @ParameterizedTest
    @MethodSource("platform")
    void bundleOfThePlatformHoldsNoJars(Path jar) throws IOException {
        assertNull(Distribution.manifest(jar).getValue("Bundle-ClassPath"));
        try (JarFile file = new JarFile(jar.toFile())) {
            assertEquals(
                    List.of(),
                    file.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.endsWith(".jar"))
                            .toList());
        }
    }

    /** Returns the names that follow {@code org.dovetail.} of the modules in a folder. */
    private static Set<String> modules(String folder) throws IOException {
        Path root = Distribution.home().resolve("../../../..").normalize();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> modules = Files.list(root.resolve(folder))) {
            for (Path module :
                    modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
                Matcher matcher = ARTIFACT.matcher(Files.readString(module.resolve("pom.xml")));
                assertTrue(matcher.results()
                        .map(m -> m.group(1))
                        .skip(1)
                        .limit(1)
                        .allMatch(names::add));
            }
        }
        return names;
    }

    private static String name(Path jar) {
        return jar.getFileName().toString().replaceAll("org\\.dovetail\\.|\\.jar", "");
    }

    private static Set<String> exports(List<String> bundles) {
        Set<String> names = new TreeSet<>();
        for (String bundle : bundles) {
            names.addAll(Headers.exports(
                    Distribution.home().resolve("bundles/org.dovetail." + bundle + ".jar")));
        }
        return names;
    }
}
