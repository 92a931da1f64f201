package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program's shell, with lines from a file. */
class ShellIT {

    @TempDir
    private Path folder;

    @Test
    void scriptChangesTheTreeWhileItLives() throws IOException {
        Path mesh = Distribution.home().resolve("plugins/org.dovetail.plugin.background.mesh.jar");
        Path next = folder.resolve("mesh-1.9.0.jar");
        Files.write(next, VersionedJar.of(mesh, "1.9.0").readAllBytes());
        Program shell = shell(
                "# a day at the telescope",
                "demo -o demo --size 128",
                "open process-ccd",
                "run process-ccd demo/raw/science_001.fits -o one &",
                "install " + next,
                "swap background",
                "retarget background mesh@[1,1.5)",
                "explain background",
                "rollback 2",
                "wait",
                "run process-ccd demo/raw/science_001.fits -o two",
                "generations",
                "lb -s | none");
        assertEquals(2, shell.code(), shell.err()); // of the last line: there is no such command
        assertTrue(
                shell.out().contains("process-ccd.background: mesh@1.0.0 -> mesh@1.9.0"),
                shell.out());
        assertTrue(shell.out().contains("outside the range: mesh@[1.0.0,1.5.0)"), shell.out());
        assertTrue(shell.out().contains("rollback to generation 2"), shell.out());
        assertTrue(shell.out().contains("one/science_001.catalog.fits"), shell.out());
        assertTrue(shell.out().contains("two/science_001.catalog.fits"), shell.out());
        assertEquals(-1, shell.out().indexOf('\u001b'));
        assertEquals(-1, shell.err().indexOf('\u001b'));
    }

    @Test
    void scriptStopsAtTheFirstLineThatFails() throws IOException {
        Program stopped = shell("list no-such-role", "version");
        assertEquals(3, stopped.code(), stopped.err());
        assertFalse(stopped.out().contains("dovetail "), stopped.out());
        Path script = Files.writeString(folder.resolve("k.txt"), "list no-such-role\nversion\n");
        Program on = Program.run(Distribution.home(), folder, "shell", "-k", script.toString());
        assertEquals(3, on.code(), "the code of the first that failed");
        assertTrue(on.out().contains("dovetail "), on.out());
        assertTrue(
                stopped.err()
                        .endsWith("script.txt:1: this line failed with 3; the script ends here\n"),
                stopped.err());
        assertTrue(on.err().endsWith("k.txt:1: this line failed with 3\n"), on.err());
    }

    @Test
    void frameworkIsThereToo() throws IOException {
        Program shell = shell("felix:lb -s", "lits");
        assertEquals(2, shell.code());
        assertTrue(shell.out().contains("org.dovetail.shell"), shell.out());
        assertTrue(shell.err().contains("no such verb: lits; did you mean"), shell.err());
    }

    @Test
    void emptyScriptEndsAtOnce() throws IOException {
        Program shell = shell("", "# nothing");
        assertEquals(0, shell.code(), shell.err());
        assertEquals("", shell.out());
    }

    @Test
    void terminationEndsTheWaitForALine() throws IOException {
        Program.Running running = Program.start(Distribution.home(), folder, "shell");
        OutputStream lines = running.process().getOutputStream(); // stays open
        lines.write("version\n".getBytes(StandardCharsets.UTF_8));
        lines.flush();
        running.awaitOut("dovetail ");
        running.process().toHandle().destroy(); // SIGTERM, and the pipe stays open
        Program ended = running.await();
        assertEquals(75, ended.code(), ended.err());
    }

    @Test
    void terminationLetsARunInTheBackgroundEndWhatIsInFlight() throws IOException {
        Program.Running running = Program.start(Distribution.home(), folder, "shell");
        OutputStream lines = running.process().getOutputStream();
        lines.write("""
                demo -o demo --size 256
                run process-ccd demo/raw/science_001.fits -o one --background
                wait
                """.getBytes(StandardCharsets.UTF_8));
        lines.flush();
        running.awaitOut("run 1: process-ccd");
        running.process().toHandle().destroy(); // SIGTERM, and the pipe stays open
        Program ended = running.await();
        assertEquals(75, ended.code(), ended.err());
        assertFalse(ended.err().contains("cancelled"), ended.err());
    }

    @Test
    void otherVerbsHaveNoShellAboard() {
        Program list = Program.run(Distribution.home(), folder, "doctor");
        assertFalse(list.out().contains("org.dovetail.shell"), list.out());
        assertEquals(2, Program.run(Distribution.home(), folder, "swap").code());
    }

    private Program shell(String... lines) throws IOException {
        Path script = folder.resolve("script.txt");
        Files.writeString(script, String.join("\n", lines) + "\n");
        return Program.run(Distribution.home(), folder, "shell", script.toString());
    }
}
