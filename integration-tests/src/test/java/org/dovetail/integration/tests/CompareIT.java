package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two algorithms against each other on real work, with the packaged program. */
class CompareIT {

    private static final String MESH = "org.dovetail.plugin.background.mesh.jar";

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void simulate() throws IOException {
        home = Distribution.copy(folder.resolve("dovetail"));
        Path plugins = home.resolve("plugins");
        try (InputStream next = VersionedJar.of(plugins.resolve(MESH), "2.0.0")) {
            Files.copy(next, plugins.resolve("mesh-2.jar"));
        }
        assertEquals(0, run("demo", "-o", "demo", "--size", "256").code());
    }

    private static Program run(String... args) {
        return Program.run(home, folder, args);
    }

    private static Program ab(String choice, String out, String... more) {
        List<String> args = new ArrayList<>(List.of("run", "process-ccd"));
        args.addAll(List.of("demo/raw/science_001.fits", "demo/raw/science_002.fits"));
        for (String kind : List.of("bias", "dark", "flat")) {
            args.addAll(List.of("--" + kind, "demo/calibration/" + kind + ".fits"));
        }
        args.addAll(List.of("--ab", choice, "-o", out));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void twoVersionsWithTheSameNumbersAreEqual() {
        Program ab = ab("background=mesh@1,mesh@2", "versions", "-j", "2");
        assertEquals(0, ab.code(), ab.err());
        assertTrue(
                ab.out().startsWith("A -> B  process-ccd.background: mesh@1.0.0 -> mesh@2.0.0\n"),
                ab.out());
        assertTrue(
                ab.out()
                        .lines()
                        .anyMatch(
                                line -> line.matches("exposure science +131072 +0 +0 +0 +0 +0 +-")),
                ab.out());
        assertTrue(
                ab.out()
                        .lines()
                        .anyMatch(line -> line.matches(
                                "process-ccd\\.background +2 +[\\d.]+ +2 +[\\d.]+ +[\\d.]+")),
                ab.out());
        Program compare = run("compare", "versions/A", "versions/B");
        assertEquals(0, compare.code(), compare.err());
    }

    @Test
    void anotherAlgorithmDiffersByMoreThanATightTolerance() {
        Program ab = ab("background=mesh,polynomial", "algorithms");
        assertEquals(0, ab.code(), ab.err());
        String[] ignoring = {"compare", "algorithms/A", "algorithms/B", "--match", "3"};
        Program tight = run(ignoring);
        assertEquals(13, tight.code(), tight.err());
        assertTrue(tight.out().contains("exposure.fits science"), tight.out());
        String[] wide = Arrays.copyOf(ignoring, ignoring.length + 6);
        System.arraycopy(
                new String[] {
                    "--tolerance", "1e9", "--tolerance", "mask=10%", "--tolerance", "sources=50%"
                },
                0,
                wide,
                ignoring.length,
                6);
        Program loose = run(wide);
        assertEquals(0, loose.code(), loose.err() + loose.out());
    }

    @Test
    void corruptOrMissingCounterpartIsNoDifference() throws IOException {
        assertEquals(0, ab("background=mesh@1,mesh@2", "cut").code());
        Path exposure = folder.resolve("cut/B/science_001.exposure.fits");
        byte[] bytes = Files.readAllBytes(exposure);
        Files.write(exposure, Arrays.copyOf(bytes, bytes.length / 2));
        Program corrupt = run("compare", "cut/A", "cut/B");
        assertEquals(5, corrupt.code(), corrupt.err());
        assertTrue(corrupt.err().contains("cut/B/science_001.exposure.fits"), corrupt.err());
        assertFalse(corrupt.err().contains("\tat "), corrupt.err());
        Files.delete(exposure);
        Program missing = run("compare", "cut/A", "cut/B");
        assertEquals(4, missing.code(), missing.err());
        assertTrue(
                missing.err().contains("science_001.exposure.fits is in cut/A only"),
                missing.err());
    }
}
