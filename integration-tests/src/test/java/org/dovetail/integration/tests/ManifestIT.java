package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may see whom, read from the manifests of the packaged jars. */
class ManifestIT {

    /** What a bundle of this project may stand on; the testkit is no part of the distribution. */
    private static final Map<String, List<String>> BELOW = Map.of(
            "task", List.of(),
            "image", List.of("task"),
            "fits", List.of("task", "image"),
            "tables", List.of("task", "image"),
            "quicklook", List.of("task", "image"),
            "assembly", List.of("task", "image"),
            "execution", List.of("task", "image", "assembly"),
            "commands",
                    List.of(
                            "task",
                            "image",
                            "fits",
                            "tables",
                            "quicklook",
                            "assembly",
                            "execution"));

    static Stream<Path> plugins() {
        return Distribution.plugins().stream();
    }

    static Stream<Path> bundles() {
        return Distribution.ownBundles().stream();
    }

    static Stream<Path> all() {
        return Stream.concat(plugins(), bundles());
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
        String name = bundle.getFileName().toString().replaceAll("org\\.dovetail\\.|\\.jar", "");
        assertTrue(BELOW.containsKey(name), "a bundle without a place in the house: " + name);
        Set<String> offered = exports(BELOW.get(name));
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

    private static Set<String> exports(List<String> bundles) {
        Set<String> names = new TreeSet<>();
        for (String bundle : bundles) {
            names.addAll(Headers.exports(
                    Distribution.home().resolve("bundles/org.dovetail." + bundle + ".jar")));
        }
        return names;
    }
}
