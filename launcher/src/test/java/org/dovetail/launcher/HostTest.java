package org.dovetail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dovetail.commands.Commands;
import org.dovetail.commands.FakeCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines that start a framework, with a stand-in for the real commands. */
class HostTest {

    private static final byte[] JAVA_99 = {
        (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) (99 + 44)
    };

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void install() throws IOException {
        Jars.write(home.resolve("bundles/commands.jar"), """
                Bundle-SymbolicName: commands
                Bundle-Activator: org.dovetail.commands.FakeCommands
                Export-Package: org.dovetail.commands
                Import-Package: org.osgi.framework, org.slf4j;version="[2.0,3)"
                """, Commands.class, FakeCommands.class);
        System.setProperty(Home.PROPERTY, home.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Home.PROPERTY);
        System.clearProperty(Home.PLUGINS);
    }

    @Test
    void argumentsAndExitCodePassThrough() {
        assertEquals(4, run("list", "-x", "a b"));
        assertEquals("list -x a b" + System.lineSeparator(), out());
        assertEquals("", err());
    }

    /** Of this run: others on this machine may have folders there, too. */
    @Test
    void nothingIsLeftInTheTemporaryFolder() {
        run("show"); // of the fake: its cache
        Path cache = Path.of(out().strip());
        assertTrue(cache.getFileName().toString().startsWith("dovetail-"), cache::toString);
        assertTrue(Files.notExists(cache), cache::toString);
    }

    @Test
    void brokenPluginsAreReportedAndStopNothing() throws IOException {
        Path plugins = home.resolve("plugins");
        Jars.write(plugins.resolve("good.jar"), "Bundle-SymbolicName: good");
        Jars.write(plugins.resolve("same.jar"), "Bundle-SymbolicName: good");
        Files.writeString(plugins.resolve("cut.jar"), "PK, and then nothing");
        Jars.write(plugins.resolve("plain.jar"), "Some-Header: x");
        Jars.writeClass(plugins.resolve("rubbish.jar"), "no header");
        Jars.writeClass(plugins.resolve("newer.jar"), "Bundle-SymbolicName: newer", JAVA_99);
        Jars.write(
                plugins.resolve("needy.jar"),
                "Bundle-SymbolicName: needy\nImport-Package: a.b;version=\"[1,2)\"");
        Jars.write(
                plugins.resolve("java.jar"),
                "Bundle-SymbolicName: java\nRequire-Capability: "
                        + "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=88))\"");
        Jars.write(
                plugins.resolve("version.jar"),
                "Bundle-SymbolicName: version\nBundle-Version: one");
        Jars.write(
                plugins.resolve("active.jar"),
                "Bundle-SymbolicName: active\nBundle-Activator: no.such.Activator");

        assertEquals(4, run("doctor"));

        String java = "; this is Java " + Runtime.version().feature()
                + "; start with a newer one: JAVA_HOME=/path/to/java-%s dovetail doctor";
        assertTrue(reason("cut.jar").startsWith("not a readable jar file: "), out());
        assertTrue(reason("cut.jar").endsWith("; copy it again, or" + remove("cut.jar")), out());
        assertEquals(
                "not readable: invalid header field (line 2); copy it again, or"
                        + remove("rubbish.jar"),
                reason("rubbish.jar"));
        assertEquals(
                "no bundle: its manifest has no Bundle-SymbolicName; build it as docs/plugins.md"
                        + " says, or" + remove("plain.jar"),
                reason("plain.jar"));
        assertEquals("needs Java 99" + java.formatted("99"), reason("newer.jar"));
        assertEquals("needs Java 88" + java.formatted("88"), reason("java.jar"));
        assertEquals(
                "no installed bundle offers package a.b, version from 1.0.0 and before 2.0.0",
                reason("needy.jar"));
        assertEquals(
                "good@0.0.0 is installed already, from another jar; keep one of the two: rm "
                        + home.resolve("plugins/same.jar"),
                reason("same.jar"));
        assertTrue(reason("version.jar").contains("\"one\""), reason("version.jar"));
        assertTrue(reason("active.jar").contains("no.such.Activator"), reason("active.jar"));
        assertFalse(out().contains("good.jar"), out());
        assertEquals("", err());
    }

    @Test
    void furtherPluginFoldersCount() throws IOException {
        Path more = home.resolve("more");
        Jars.write(more.resolve("plain.jar"), "Some-Header: x");
        System.setProperty(Home.PLUGINS, more.toString());
        run("doctor");
        assertTrue(out().contains(more.resolve("plain.jar").toString()), out());
    }

    @Test
    void signalBeforeTheCommandHearsIsNotLost() {
        assertEquals(75, run("demo"), err());
        assertEquals(
                "dovetail: finishing what is in flight; Ctrl-C again aborts"
                        + System.lineSeparator(),
                err());
    }

    @Test
    void bugIsTheInternalErrorAndShowsNoStackTrace() {
        assertEquals(1, run("run"));
        assertTrue(err().contains("internal error: java.lang.IllegalStateException: a bug"));
        assertFalse(err().contains("\tat "), err());
    }

    @Test
    void stackTraceOfABugIsThereForWhoAsks() {
        run("run", "-L", "DEBUG");
        assertTrue(err().contains("\tat org.dovetail.commands.FakeCommands.run"), err());
    }

    @Test
    void logsGoToErrAndToTheFileFromTheLevelAsked() throws IOException {
        Path file = home.resolve("log.txt");
        run("report", "-L", "some=INFO", "--log-file", file.toString());
        assertEquals("", out());
        assertTrue(err().matches("\\S+ INFO  some\\.task: 1 of 2\\R"), err());
        assertEquals(err(), Files.readString(file));
    }

    @Test
    void infoIsQuietUnlessAsked() {
        run("report");
        assertEquals("", err());
    }

    @Test
    void installationWithoutCommandsSaysSo() throws IOException {
        Files.delete(home.resolve("bundles/commands.jar"));
        assertEquals(1, run("list"));
        assertTrue(err().startsWith("dovetail: broken installation: nothing in " + home), err());
    }

    @Test
    void verbsBundlesAreInstalledForThatVerbOnly() throws IOException {
        Jars.write(
                home.resolve("bundles/config/broken.jar"),
                "Bundle-SymbolicName: broken\nBundle-Activator: no.such.Activator");
        run("doctor");
        assertEquals("", out());
        run("config"); // of the fake: what failed
        assertTrue(reason("broken.jar").contains("no.such.Activator"), out());
    }

    private String remove(String file) {
        return " remove it: rm " + home.resolve("plugins").resolve(file);
    }

    private String reason(String file) {
        return out().lines()
                .filter(line -> line.contains(file + " | "))
                .map(line -> line.substring(line.indexOf(" | ") + 3))
                .findFirst()
                .orElse("");
    }

    private int run(String... args) {
        return Main.run(stream(out), stream(err), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
