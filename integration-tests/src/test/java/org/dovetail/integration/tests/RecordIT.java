package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of what is installed, by which the program looks without a framework. */
class RecordIT {

    /**
     * The framework makes a temporary folder, which nobody can here, so that it cannot have been
     * started. A folder that is not there will not do: Java 25 warns of it.
     */
    private static final String NO_FRAMEWORK = "-Djava.io.tmpdir=/proc";

    private static final String MESH = "org.dovetail.plugin.background.mesh.jar";

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void warmUp() throws IOException {
        home = Distribution.copy(folder.resolve("home"));
        assertEquals(0, Program.warmUp(home, folder).code());
        try (Stream<Path> made = Files.list(home.resolve("lib/archive"))) {
            assertEquals(2, made.count(), "the record and the archive of classes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list background",
                "describe --all --markdown",
                "show tasks process-ccd",
                "config dump process-ccd --use background=polynomial -c background.polynomial.order=3",
                "list no-such-role",
                "config check process-ccd -c background.mesh.boxSize=1.5"
            })
    void whatIsToldFromTheRecordIsWhatTheFrameworkTells(String line) {
        Program recorded = Program.withJavaOptions(NO_FRAMEWORK, home, folder, line.split(" "));
        Program looked = Program.run(Distribution.home(), folder, line.split(" "));
        assertEquals(looked.out(), recorded.out());
        assertEquals(looked.err(), recorded.err());
        assertEquals(looked.code(), recorded.code());
    }

    /** The tree of a plan is of the framework, and what else there is may be of the record. */
    @Test
    void planDrawsTheTreeAsShowTasksDoes() throws IOException {
        Files.createFile(folder.resolve("raw.fits"));
        for (Path each : List.of(home, Distribution.home())) {
            String tree =
                    Program.run(each, folder, "show", "tasks", "process-ccd").out();
            Program plan = Program.run(each, folder, "plan", "process-ccd", "raw.fits");
            assertTrue(plan.out().startsWith(tree + "\n"), plan.out());
            assertTrue(plan.out().contains("raw.background.fits (if made)\n"), plan.out());
        }
    }

    @Test
    void pluginThatIsAddedIsSeen() throws IOException {
        Path added = home.resolve("plugins/next.jar");
        Files.copy(VersionedJar.of(home.resolve("plugins").resolve(MESH), "1.5.0"), added);
        try {
            Program list = Program.run(home, folder, "list", "background");
            assertTrue(list.out().contains("1.5.0"), list.out());
        } finally {
            Files.delete(added);
        }
    }

    @Test
    void pluginThatIsReplacedIsSeen() throws IOException {
        Path mesh = home.resolve("plugins").resolve(MESH);
        byte[] before = Files.readAllBytes(mesh);
        try {
            byte[] after = VersionedJar.of(mesh, "1.0.1").readAllBytes();
            Files.write(mesh, after);
            Program list = Program.run(home, folder, "list", "background");
            assertTrue(list.out().contains("1.0.1"), list.out());
        } finally {
            Files.write(mesh, before);
        }
    }

    /** All formats and all tasks of the demonstration, with what is enough and with everything. */
    @Test
    void filesAreTheSameWithAndWithoutARecord() throws IOException {
        for (Path each : List.of(home, Distribution.home())) {
            Path out = folder.resolve(each == home ? "recorded" : "looked");
            Program demo = Program.run(each, folder, "demo", "--size", "128", "-o", out.toString());
            assertEquals(0, demo.code(), demo.err());
        }
        List<Path> files = files("looked");
        assertEquals(files, files("recorded"));
        assertTrue(files.size() > 20, "raw frames, calibrations, outputs");
        for (Path file : files) {
            Path looked = folder.resolve("looked").resolve(file);
            Path recorded = folder.resolve("recorded").resolve(file);
            assertEquals(-1, Files.mismatch(looked, recorded), file::toString);
        }
    }

    private static List<Path> files(String name) throws IOException {
        Path top = folder.resolve(name);
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .map(top::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** What is enough for algorithms is not enough for these. */
    @ParameterizedTest
    @CsvSource({
        "counting, --format, catalog=count, science_001.catalog.count",
        "asking, --use, background=asking, science_001.catalog.fits",
    })
    void pluginThatOffersOrAsksForServicesHasThem(
            String plugin, String option, String value, String made) throws IOException {
        Path added = home.resolve("plugins/" + plugin + ".jar");
        Path raw = folder.resolve(plugin + "/raw/science_001.fits");
        Files.copy(FixtureBundle.plugin(plugin, "1.0.0"), added);
        try {
            String record = "-Ddovetail.record=true";
            Program list = Program.withJavaOptions(record, home, folder, "list");
            assertEquals(0, list.code(), list.err());
            Program demo = Program.run(
                    home,
                    folder,
                    "demo",
                    "--size",
                    "128",
                    "-o",
                    folder.resolve(plugin).toString());
            assertEquals(0, demo.code(), demo.err());
            Program run = Program.run(
                    home,
                    folder,
                    "run",
                    "process-ccd",
                    raw.toString(),
                    "-o",
                    plugin,
                    option,
                    value);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains(made), run.out());
        } finally {
            Files.delete(added);
            Program.withJavaOptions("-Ddovetail.record=true", home, folder, "list");
        }
    }

    @Test
    void whatIsBrokenIsToldAlthoughThereIsARecord() throws IOException {
        Path broken = Files.writeString(home.resolve("plugins/text.jar"), "not a jar");
        try {
            assertTrue(Program.run(home, folder, "list").err().contains("text.jar"));
        } finally {
            Files.delete(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "config check process-ccd"})
    void whatNeedsTheFrameworkStartsItOrSaysWhyNot(String line) {
        Program refused = Program.withJavaOptions(NO_FRAMEWORK, home, folder, line.split(" "));
        assertEquals(21, refused.code(), refused.err());
        assertEquals(
                "dovetail: the runtime did not start: cannot make a temporary folder in /proc; set"
                        + " TMPDIR to a folder that can be written\n",
                refused.err());
    }
}
