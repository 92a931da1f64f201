package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program, moved elsewhere, as a user starts it. */
class InstallationIT {

    @TempDir
    private Path folder;

    @Test
    void helpNeedsNoJava() {
        Program help = run("--help");
        assertEquals(0, help.code());
        assertTrue(help.out().startsWith("Dovetail: "), help.out());
        assertTrue(help.out().endsWith("describe process-ccd\n"), help.out());
    }

    @ParameterizedTest
    @CsvSource({"version,0", "explain exit 5,0", "frobnicate,2", "explain exit 7,2"})
    void exitCodesOfWhatNeedsNoFramework(String line, int code) {
        assertEquals(code, run(line.split(" ")).code());
    }

    @Test
    void doctorTellsTheVersionAsVersionDoes() {
        String version = run("version").out().split(" ")[1];
        String first = run("doctor").out().lines().findFirst().orElseThrow();
        assertTrue(first.matches("dovetail +" + Pattern.quote(version)), first);
    }

    /** The launcher tells them from a text, without the class that has them: both must agree. */
    @Test
    void exitCodesAreThoseOfTheRuntime() throws IOException, ReflectiveOperationException {
        URL[] jars = {
            Distribution.home()
                    .resolve("bundles/org.dovetail.execution.jar")
                    .toUri()
                    .toURL(),
            Distribution.home().resolve("bundles/org.dovetail.task.jar").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(jars)) {
            Class<?> type = loader.loadClass("org.dovetail.execution.ExitCode");
            StringBuilder expected = new StringBuilder();
            for (Object each : type.getEnumConstants()) {
                expected.append("%-5d %s%n"
                        .formatted(
                                type.getMethod("code").invoke(each),
                                type.getMethod("meaning").invoke(each)));
            }
            assertEquals(
                    expected + "128+n killed by signal n\n",
                    run("explain", "exit").out());
        }
    }

    @Test
    void programWorksFromAnotherPlaceAndThroughALink() throws IOException {
        Path moved = copy("a b");
        Path link =
                Files.createSymbolicLink(folder.resolve("linked"), moved.resolve("bin/dovetail"));
        assertTrue(Program.run(moved, folder, "version").out().startsWith("dovetail "));
        Path beside = Files.createDirectories(folder.resolve("bin"));
        Files.move(link, beside.resolve("dovetail"));
        assertEquals(0, Program.run(folder, folder, "version").code());
    }

    /** Languages with an i of their own, with digits of their own, and with a calendar of their own. */
    @ParameterizedTest
    @CsvSource({"tr,TR", "ar,EG", "th,TH"})
    void programRunsInEveryLanguage(String language, String country) {
        Program demo = Program.withJavaOptions(
                "-Duser.language=" + language + " -Duser.country=" + country,
                Distribution.home(),
                folder,
                "demo",
                "--size",
                "128",
                "-o",
                "demo");
        assertEquals(0, demo.code(), demo.err());
        assertTrue(demo.err().matches("(?s).*done in [0-9]+\\.[0-9] s\n"), demo.err());
    }

    /** A script, since the Java of this test may have such a locale itself, and no such names. */
    @Test
    void namesMayHaveAnyLettersInEveryLocale() {
        Program demo = Program.script(Distribution.home(), folder, """
                set -e
                place=$(printf 'D\\303\\266ve tail')
                cp -R "$1" "$place"
                unset LC_ALL LC_CTYPE LANG
                "$place/bin/dovetail" demo --size 128 -o "$place/demo" >&2
                LC_ALL=C "$place/bin/dovetail" list background
                ls "$place/demo/processed"
                """);
        assertEquals(0, demo.code(), demo.err());
        assertTrue(demo.out().contains("polynomial"), demo.out());
        assertTrue(demo.out().contains("science_001.catalog.fits"), demo.out());
    }

    @Test
    void algorithmsAreListedWithTheirVersions() {
        Program list = run("list");
        assertEquals(0, list.code(), list.err());
        assertTrue(
                list.out()
                        .lines()
                        .anyMatch(
                                line -> line.matches(
                                        "background +mesh +1\\.0\\.0 +org\\.dovetail\\.plugin\\.background\\.mesh .*")));
        assertEquals("", list.err());
    }

    @Test
    void algorithmIsDescribedWithUnitsAndDefaults() {
        Program described = run("describe", "mesh");
        assertEquals(0, described.code(), described.err());
        assertTrue(described.out().contains("boxSize"), described.out());
        assertTrue(described.out().contains("pixel"), described.out());
    }

    @ParameterizedTest
    @CsvSource({
        "describe no-such-thing,3",
        "run no-such-task x.fits -o out,3",
        "run process-ccd no-such-file.fits -o out,5",
        "config check process-ccd -c background.mesh.boxSize=1.5,2",
        "config check process-ccd -c background.use=no-such,3",
        "list no-such-role,3"
    })
    void mistakesHaveTheirExitCodeAndOneMessage(String line, int code) {
        Program refused = run(line.split(" "));
        assertEquals(code, refused.code(), refused.err());
        assertFalse(refused.err().isBlank());
        assertFalse(refused.err().contains("\tat "), refused.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void brokenPluginsAreNamedAndHarmNoOther() throws IOException {
        Path moved = copy("broken");
        String before = Program.run(moved, folder, "list").out();
        Path plugins = moved.resolve("plugins");
        Path good = plugins.resolve("org.dovetail.plugin.background.mesh.jar");
        byte[] bytes = Files.readAllBytes(good);
        Files.write(plugins.resolve("truncated.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(plugins.resolve("text.jar"), "not a jar");
        Files.copy(good, plugins.resolve("twice.jar"));

        Program list = Program.run(moved, folder, "list");
        assertEquals(0, list.code());
        assertEquals(before, list.out());
        for (String name : List.of("truncated.jar", "text.jar", "twice.jar")) {
            assertTrue(list.err().contains(name), list.err());
        }
        Program doctor = Program.run(moved, folder, "doctor");
        assertEquals(3, doctor.code());
        assertTrue(doctor.out().contains("truncated.jar: not a readable jar"), doctor.out());
    }

    @Test
    void installationIsOnlyRead() throws IOException {
        Path moved = copy("read-only");
        List<String> before = tree(moved);
        Program.run(moved, folder, "list");
        assertEquals(before, tree(moved));
    }

    private Program run(String... args) {
        return Program.run(Distribution.home(), folder, args);
    }

    private Path copy(String name) throws IOException {
        Path to = Distribution.copy(folder.resolve(name));
        assertFalse(tree(to).isEmpty());
        return to;
    }

    private static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file + " " + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }
}
