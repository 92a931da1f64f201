package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations of the real algorithms, with the program as a user has it. */
class ConfigurationIT {

    @TempDir
    private Path folder;

    @Test
    void mistakesOfAllAlgorithmsAreToldAtOnceWithPlaces() throws IOException {
        Path yaml = Files.writeString(folder.resolve("night.yaml"), """
                process-ccd:
                  isr:
                    standard:
                      overscan: { median: { smoothing: 4 } }
                      flat: { divide: { minResponse: 1, maxResponse: 1 } }
                  background: { mesh: { filterSize: 2 } }
                  measurements: [peak, aperture]
                """);
        Program check = program("config", "check", "process-ccd", "-C", yaml.toString());
        assertEquals(2, check.code());
        List<String> told =
                check.err().lines().filter(line -> line.contains("process-ccd")).toList();
        assertEquals(4, told.size(), check.err());
        assertTrue(
                told.get(0)
                        .contains(yaml + ":4:40: process-ccd.isr.standard.overscan.median:"
                                + " smoothing must be an odd number of rows, was 4"),
                check.err());
        assertTrue(
                told.get(1)
                                .contains(yaml + ":5:54: process-ccd.isr.standard.flat.divide:"
                                        + " minResponse must be < maxResponse, were 1.0 and 1.0")
                        && told.get(1).contains("minResponse = 1.0, " + yaml + ":5:38"),
                check.err());
        assertTrue(told.get(2).contains(yaml + ":6:37: "), check.err());
        assertTrue(
                told.get(3).contains("measurement 2 needs the column 'x', which nothing before")
                        && told.get(3)
                                .contains("measurements[1] = aperture@1.0.0, " + yaml + ":7:"),
                check.err());
        Program run =
                program("run", "process-ccd", "absent.fits", "-C", yaml.toString(), "-o", "out");
        assertEquals(2, run.code(), "before any data is touched");
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void lockGivesTheSameAgainAndRefusesAnotherBundle() throws IOException {
        Program dump = program("config", "dump", "process-ccd", "--use", "background=polynomial");
        assertEquals(0, dump.code(), dump.err());
        Path lock = Files.writeString(folder.resolve("a.lock.yaml"), dump.out());
        Program again = program("config", "dump", "process-ccd", "-C", lock.toString());
        assertEquals(dump.out(), again.out());
        assertEquals("", again.err());
        String digest = Stream.of(dump.out().split("\n"))
                .filter(line -> line.contains("org.dovetail.plugin.background.polynomial@1"))
                .map(line -> line.replaceAll(".*: \"|\"$", ""))
                .findFirst()
                .orElseThrow();
        assertEquals(64, digest.length());
        Files.writeString(lock, dump.out().replace(digest, "0".repeat(64)));
        Program refused = program("config", "check", lock.toString());
        assertEquals(3, refused.code());
        assertTrue(
                refused.err()
                        .contains("process-ccd.background: polynomial@1.0.0 is not the one"
                                + " that was locked"),
                refused.err());
    }

    @Test
    void whatIsCommonToBackgroundsHoldsWhateverIsSelected() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("night.yaml"),
                "process-ccd:\n  background:\n    ignoredPlanes: [SAT] # only these\n");
        String before = program("config", "dump", yaml.toString()).out();
        assertTrue(before.contains("    ignoredPlanes: [\"SAT\"]"), before);
        Program use = program("config", "use", yaml.toString(), "background=polynomial");
        assertEquals(0, use.code(), use.err());
        String text = Files.readString(yaml);
        assertTrue(text.endsWith("ignoredPlanes: [SAT] # only these\n    use: polynomial\n"), text);
        String there = program("config", "dump", yaml.toString()).out();
        assertTrue(there.contains("    ignoredPlanes: [\"SAT\"]"), there);
        program("config", "use", yaml.toString(), "background=mesh");
        assertEquals(before, program("config", "dump", yaml.toString()).out());
        Program old = program(
                "config", "check", "process-ccd", "-c", "background.mesh.ignoredPlanes=[BAD]");
        assertEquals(2, old.code());
        assertTrue(
                old.err()
                        .contains("'ignoredPlanes' is common to the role background; write it"
                                + " beside 'use', as process-ccd.background.ignoredPlanes"),
                old.err());
    }

    @Test
    void measurementIsAddedToThoseThereAre() throws IOException {
        Path yaml = Files.writeString(folder.resolve("night.yaml"), "process-ccd: {}\n");
        Program added = program("config", "use", yaml.toString(), "measurements+=half-light");
        assertEquals(0, added.code(), added.err());
        assertTrue(
                Files.readString(yaml).contains("use: [..., half-light]"), Files.readString(yaml));
        String before = program("config", "dump", "process-ccd").out();
        String after = program("config", "dump", yaml.toString()).out();
        assertEquals(members(before) + 1, members(after));
        Program again = program("config", "use", yaml.toString(), "measurements+=peak");
        assertEquals(2, again.code());
        assertTrue(again.err().contains("has a list for"), again.err());
    }

    private static long members(String dump) {
        return dump.lines().filter(line -> line.strip().startsWith("- use:")).count();
    }

    @Test
    void settingsThatOweEachOtherSomethingAreChangedTogether() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("night.yaml"),
                "process-ccd: { isr: { standard: { flat: { divide: { maxResponse: 1 } } } } }\n");
        Program alone = program("config", "set", yaml.toString(), "minResponse=1");
        assertEquals(2, alone.code(), alone.out());
        assertTrue(
                alone.err().contains("minResponse must be < maxResponse, were 1.0 and 1.0"),
                alone.err());
        Program both = program("config", "set", yaml.toString(), "minResponse=1", "maxResponse=4");
        assertEquals(0, both.code(), both.err());
        assertTrue(Files.readString(yaml).contains("maxResponse: 4, minResponse: 1"));
    }

    @Test
    void lockOfARunGivesTheSameFilesBitForBit() throws IOException {
        Random random = new Random(1);
        FitsFile.write(
                folder.resolve("raw.fits"),
                96,
                i -> 300 + 10 * random.nextGaussian(),
                "GAIN=1.5",
                "RDNOISE=5.0",
                "EXPTIME=30.0");
        Program first = program(
                "run",
                "process-ccd",
                "raw.fits",
                "-o",
                "one",
                "--use",
                "isr.standard.overscan=none",
                "--use",
                "background=polynomial",
                "-c",
                "polynomial.order=1",
                "--lock",
                "one/run.lock.yaml");
        assertEquals(0, first.code(), first.err());
        Program second = program(
                "run",
                "process-ccd",
                "raw.fits",
                "-o",
                "two",
                "-C",
                "one/run.lock.yaml",
                "--lock",
                "two/run.lock.yaml");
        assertEquals(0, second.code(), second.err());
        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            List<Path> made = files.toList();
            assertTrue(made.size() > 3, made.toString());
            for (Path file : made) {
                Path other = folder.resolve("two").resolve(file.getFileName());
                assertEquals(-1, Files.mismatch(file, other), file.toString());
            }
        }
        assertEquals("", program("config", "diff", "one", "two").out());
        assertTrue(program("config", "diff", "one", "process-ccd")
                .out()
                .startsWith("process-ccd.isr.standard.overscan: none@1.0.0 -> median@1.0.0"));
    }

    private Program program(String... args) {
        return Program.run(Distribution.home(), folder, args);
    }
}
