package org.dovetail.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs of the live runtime, line by line as in the shell. */
@Timeout(120)
class LiveVerbsTest {

    @TempDir
    private Path folder;

    private LiveConsole console;
    private Path one;
    private Path two;

    @BeforeEach
    void start() throws Exception {
        console = new LiveConsole(folder);
        console.ok("install " + console.jar("line", "1.0.0") + " " + console.jar("plain", "1.0.0"));
        one = Files.writeString(folder.resolve("one.txt"), "1");
        two = Files.writeString(folder.resolve("two.txt"), "2");
    }

    @AfterEach
    void stop() throws Exception {
        console.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open speak",
                "close x",
                "install a.jar",
                "uninstall a",
                "plugins",
                "watch .",
                "retarget voice soft",
                "set times=2",
                "reload",
                "swap",
                "follow",
                "unfollow",
                "rollback 1",
                "generations",
                "history times",
                "diff",
                "leases",
                "runs",
                "wait",
                "cancel",
                "explain voice"
            })
    void verbOfTheLiveRuntimeSaysSoElsewhere(String line) {
        Console refused = Console.run((Object[]) line.split(" "));
        assertEquals(2, refused.code());
        String verb = line.split(" ")[0];
        assertEquals(
                "dovetail: " + verb + " needs a live runtime: type it in `dovetail shell`\n",
                refused.err());
    }

    @Test
    void backgroundIsOfTheLiveRuntime() {
        Console refused = Console.run("run", "speak", one, "-o", folder, "--background");
        assertEquals(2, refused.code());
        assertEquals(
                "dovetail: run needs a live runtime: type it in `dovetail shell`\n", refused.err());
    }

    @Test
    void openTreeIsRunAndKeepsItsVersionUntilItIsSwapped() throws Exception {
        assertTrue(console.ok("open scale").startsWith("scale: generation 1\nscale@1.0.0\n"));
        console.ok("run scale " + one + " -o " + folder.resolve("a"));
        assertEquals("2.0", result("a", "one"));
        assertEquals(
                "installed test.plain@1.1.0  filter: times\n",
                console.ok("install " + console.jar("plain", "1.1.0")));
        assertTrue(console.ok("show tasks").contains("times@1.0.0"));
        assertTrue(console.ok("show history filter.use").startsWith("scale.filter.use\n"));
        assertEquals(
                "dovetail: -L is for a whole process: dovetail shell -L DEBUG\n",
                console.run("show tasks -L DEBUG").err());
        assertEquals("""
                scale: generation 2
                  scale.filter: times@1.0.0 -> times@1.1.0
                """, console.ok("swap"));
        assertEquals("scale: generation 2; nothing differs\n", console.ok("swap"));
        assertTrue(console.ok("show tasks scale").contains("times@1.1.0"));
    }

    @Test
    void filesAreReadAgain() throws IOException {
        Path file = Files.writeString(
                folder.resolve("scale.yaml"), "scale: { filter: { times: { factor: 3 } } }\n");
        console.ok("open scale -C " + file);
        Files.writeString(file, "scale: { filter: { times: { factor: 5, flag: false } } }\n");
        assertEquals("""
                scale: generation 2 (louder)
                  scale.filter.times.factor: 3.0 -> 5.0
                  scale.filter.times.flag: true -> false
                """, console.ok("reload --name louder"));
        assertEquals("""
                scale: generation 3
                  scale.filter.times.factor: 5.0 -> 6.0
                  scale.filter.times.flag: false -> true
                """, console.ok("set filter.times.factor=6 flag=true"));
    }

    @Test
    void changesAreRememberedAndTakenBack() {
        console.ok("open scale -c filter.times.factor=3");
        assertEquals("""
                scale: generation 2 (loud)
                  scale.filter.times.factor: 3.0 -> 4.0
                """, console.ok("set filter.times.factor=4 --name loud"));
        console.ok("set filter.times.flag=false");
        assertEquals("""
                scale.filter.times.factor: 4.0 -> 3.0
                    set filter.times.factor=4 (generation 2) -> -c filter.times.factor=3
                """, console.ok("diff loud 1"));
        assertEquals("""
                scale.filter.times.factor
                     2.0  default of times@1.0.0
                     3.0  -c filter.times.factor=3
                  *  4.0  set filter.times.factor=4 (generation 2)
                  generation 1         3.0  open scale
                  generation 2 (loud)  4.0  set filter.times.factor=4
                """, console.ok("history filter.times.factor"));
        console.ok("rollback 1");
        String generations = console.ok("generations");
        assertEquals(5, generations.lines().count(), generations);
        assertTrue(generations.contains("rollback to generation 1"), generations);
        assertTrue(generations.lines().toList().get(4).startsWith("*  4"), generations);
        assertEquals(2, console.run("rollback quiet").code());
        console.ok("generations 1 quiet");
        console.ok("rollback quiet");
    }

    @Test
    void retargetAndItsRuleAreExplained() throws Exception {
        console.ok("open scale");
        console.ok("install " + console.jar("plain", "2.0.0"));
        console.ok("retarget filter times@[1,2)");
        String why = console.ok("explain filter");
        assertEquals(
                """
                scale.filter takes a filter
                     times         default of scale@1.0.0
                  *  times@[1,2)   retarget filter times@[1,2) (generation 2)
                      times@2.0.0  test.plain@2.0.0  outside the range: times@[1.0.0,2.0.0) is asked for
                  ->  times@1.0.0  test.plain@1.0.0  asked for as times@[1.0.0,2.0.0)
                """.replaceAll("times +default", "times        default")
                        .replaceAll("2\\)   retarget", "2)  retarget"),
                why);
        Console wrong = console.run("retarget filter tims");
        assertEquals(3, wrong.code());
        assertTrue(wrong.err().contains("did you mean 'times'?"), wrong.err());
        assertEquals(2, console.run("retarget filter").code());
    }

    @Test
    void runInTheBackgroundKeepsItsGenerationWhileTheTreeMovesOn() throws Exception {
        console.ok("open scale");
        console.hold();
        assertEquals(
                "run 1: scale, generation 1\n",
                console.ok("run scale " + one + " " + two + " -o " + folder.resolve("a")
                        + " --background"));
        console.awaitReading();
        console.ok("install " + console.jar("plain", "1.1.0"));
        console.ok("swap");
        String leases = console.ok("leases");
        assertTrue(leases.contains("run 1"), leases);
        assertTrue(leases.lines().anyMatch(l -> l.contains("2 (current)") && l.contains("nobody")));
        Console held = console.run("uninstall times@1.0.0 --limit 0");
        assertEquals(75, held.code());
        assertEquals(
                "test.plain@1.0.0 is held by run 1; it goes when that has ended, and no new work"
                        + " gets it\n",
                held.out());
        assertTrue(console.ok("plugins").contains("1.0.0 (to go)"));
        console.goOn();
        Console waited = console.run("wait 1");
        assertEquals(0, waited.code(), waited.err());
        assertTrue(waited.out().contains("two.scaled.txt"), waited.out());
        assertEquals("4.0", result("a", "two"));
        assertTrue(console.ok("runs").contains("done"), console.ok("runs"));
        assertTrue(console.ok("runs").contains("2 of 2"), console.ok("runs"));
        while (console.ok("plugins").contains("(to go)")) {
            Thread.sleep(5); // it goes by itself, on a thread of its own
        }
        assertEquals(3, console.run("uninstall test.plain@1.0.0").code(), "it is gone");
    }

    @Test
    void swapThatDoesNotWaitCancelsWithAStateOfItsOwn() throws Exception {
        console.ok("open scale -c filter.times.delay=60000");
        console.ok("run scale " + one + " " + two + " -o " + folder.resolve("a") + " --background");
        console.awaitReading();
        assertEquals("""
                scale: generation 2
                  scale.filter.times.delay: 60000 -> 0
                cancelled run 1 (generation 1)
                """, console.ok("set filter.times.delay=0 --now"));
        Console waited = console.run("wait 1");
        assertEquals(76, waited.code(), waited.err());
        assertTrue(
                waited.err()
                        .contains("cancelled: set filter.times.delay=0 of scale (generation 2) did"
                                + " not wait"),
                waited.err());
        assertTrue(waited.err().contains("1 cancelled, 1 not run"), waited.err());
        assertFalse(Files.exists(folder.resolve("a")), "nothing is left");
        assertTrue(console.ok("runs").contains("cancelled"));
        console.ok("run scale " + one + " -o " + folder.resolve("a"));
    }

    @Test
    void drainedRunEndsItsQuantum() throws Exception {
        console.ok("open scale");
        console.hold();
        console.ok("run scale " + one + " " + two + " -o " + folder.resolve("a") + " --background");
        console.awaitReading();
        console.ok("cancel 1");
        console.goOn();
        Console waited = console.run("wait");
        assertEquals(75, waited.code());
        assertEquals("2.0", result("a", "one"));
        assertFalse(Files.exists(folder.resolve("a/two.scaled.txt")));
    }

    @Test
    void pluginInUseIsNotTakenAway() throws Exception {
        console.ok("open scale");
        Console refused = console.run("uninstall times");
        assertEquals(2, refused.code());
        assertEquals(
                "dovetail: test.plain@1.0.0 is in use by scale.filter (times@1.0.0); `swap`,"
                        + " `retarget` or `close` first\n",
                refused.err());
        console.ok("run scale " + one + " -o " + folder.resolve("a"));
        console.ok("close scale");
        assertEquals("uninstalled test.plain@1.0.0\n", console.ok("uninstall times"));
    }

    @Test
    void uninstallThatDoesNotWaitCancelsItsHolders() throws Exception {
        console.ok("open scale -c filter.times.delay=60000");
        console.ok("run scale " + one + " -o " + folder.resolve("a") + " --background");
        console.awaitReading();
        console.ok("install " + console.jar("plain", "1.1.0"));
        console.ok("swap");
        assertEquals(
                "cancelled run 1\nuninstalled test.plain@1.0.0\n",
                console.ok("uninstall times@1.0.0 --now"));
        assertEquals(76, console.run("wait 1").code());
    }

    @Test
    void followingTakesWhatIsInstalled() throws Exception {
        console.ok("open scale");
        assertTrue(console.ok("follow filter").endsWith("  follows scale.filter\n"));
        console.ok("install " + console.jar("plain", "1.1.0"));
        assertTrue(console.ok("show tasks").contains("times@1.1.0"));
        assertTrue(console.ok("generations").contains("follows scale.filter"));
        assertTrue(console.ok("unfollow filter").endsWith("  follows nothing\n"));
        console.ok("install " + console.jar("plain", "1.2.0"));
        assertTrue(console.ok("explain filter").contains("installed since; `swap` takes it"));
    }

    @Test
    void settingsOfOneRunMakeATreeOfItsOwn() throws Exception {
        console.ok("open scale -c filter.times.factor=3");
        Console own = console.run(
                "run scale " + one + " -c filter.times.factor=5 -o " + folder.resolve("a"));
        assertEquals(0, own.code(), own.err());
        assertTrue(own.err().contains("the open scale stays as it is"), own.err());
        assertEquals("5.0", result("a", "one"));
        console.ok("run scale " + one + " -o " + folder.resolve("b") + " --strict");
        assertEquals("3.0", result("b", "one"));
    }

    @Test
    void severalTreesAreToldApart() {
        console.ok("open scale");
        console.ok("open scale --as tripled -c filter.times.factor=3");
        Console which = console.run("swap");
        assertEquals(2, which.code());
        assertEquals("dovetail: swap: which tree? --tree scale or --tree tripled\n", which.err());
        console.ok("set filter.times.factor=4 --tree tripled");
        assertTrue(console.ok("generations --tree scale").contains("open scale"));
        assertEquals(2, console.run("swap --tree tipled").code());
        console.ok("close tripled");
        console.ok("swap");
    }

    @Test
    void folderIsFollowed() throws Exception {
        Path jar = console.jar("plain", "1.1.0");
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        assertEquals("watching " + plugins + "\n", console.ok("watch " + plugins));
        Files.move(jar, plugins.resolve("plain.jar"));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!console.ok("plugins").contains("1.1.0") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertTrue(console.ok("plugins").contains("1.1.0"));
    }

    private String result(String out, String name) throws Exception {
        return Files.readString(folder.resolve(out).resolve(name + ".scaled.txt"));
    }
}
