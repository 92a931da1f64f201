package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real work with one background, with another, and with the first again, in one process: all bytes
 * of what is written for the first are equal, though plugins came and went in between.
 */
class ThereAndBackIT {

    private static final String MESH = "org.dovetail.plugin.background.mesh";
    private static final String POLYNOMIAL = "org.dovetail.plugin.background.polynomial";

    @TempDir
    private Path folder;

    private LiveProgram program;

    @BeforeEach
    void start() throws Exception {
        program = new LiveProgram(folder.resolve("cache"));
        ok("demo", "-o", folder.resolve("demo").toString(), "--size", "128");
        ok("open", "process-ccd", "-c", "background.mesh.boxSize=32");
    }

    @AfterEach
    void stop() throws Exception {
        program.stop();
    }

    @Test
    void outputsOfTheFirstAlgorithmAreTheSameBytesAgain() throws Exception {
        run("first");
        String mesh = effective();
        ok("retarget", "background", "polynomial");
        run("other");
        assertDiffer("first", "other");
        ok("retarget", "background", "mesh");
        run("again");
        assertSame("first", "again");
        assertEquals(mesh, effective());
    }

    @Test
    void soTheyAreAfterEitherPluginWasReinstalled() throws Exception {
        run("first");
        String mesh = effective();
        ok("retarget", "background", "polynomial");
        run("other");
        reinstall(MESH);
        ok("retarget", "background", "mesh");
        run("again");
        assertSame("first", "again");
        reinstall(POLYNOMIAL);
        run("still");
        assertSame("first", "still");
        ok("retarget", "background", "polynomial");
        run("other-again");
        assertSame("other", "other-again");
        assertDiffer("first", "other-again");
        ok("rollback", "1");
        run("back");
        assertSame("first", "back");
        assertEquals(mesh, effective());
    }

    private void reinstall(String plugin) throws Exception {
        ok("uninstall", plugin);
        assertFalse(program.run("plugins").out().contains(plugin + " "), "it is gone");
        ok("install", Distribution.home().resolve("plugins/" + plugin + ".jar").toString());
        assertTrue(program.run("plugins").out().contains(plugin + " "), "it is there again");
    }

    private void run(String out) throws Exception {
        String frame = folder.resolve("demo/raw/science_001.fits").toString();
        ok("run", "process-ccd", frame, "-o", folder.resolve(out).toString());
    }

    private String effective() throws Exception {
        return ok("show", "config").out();
    }

    private void assertSame(String one, String other) throws IOException {
        for (String product : List.of("exposure", "catalog")) {
            assertArrayEquals(bytes(one, product), bytes(other, product), product);
        }
    }

    private void assertDiffer(String one, String other) throws IOException {
        for (String product : List.of("exposure", "catalog")) {
            assertFalse(Arrays.equals(bytes(one, product), bytes(other, product)), product);
        }
    }

    private byte[] bytes(String out, String product) throws IOException {
        return Files.readAllBytes(folder.resolve(out + "/science_001." + product + ".fits"));
    }

    private Program ok(String... words) throws Exception {
        Program run = program.run(words);
        assertEquals(0, run.code(), String.join(" ", words) + ": " + run.out() + run.err());
        return run;
    }
}
