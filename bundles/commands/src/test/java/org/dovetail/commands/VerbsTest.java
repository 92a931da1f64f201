package org.dovetail.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"why", "repo", "report", "plugin"})
    void laterVerbDoesNotPretend(String verb) {
        Console console = Console.run(verb, "anything", "-o", "x");
        assertEquals(2, console.code());
        assertEquals("dovetail: " + verb + " is not part of this version\n", console.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "plan",
                "show",
                "list",
                "describe",
                "config",
                "doctor",
                "compare"
            })
    void everyVerbHasHelpWithoutColour(String verb) {
        Console console = Console.run(verb, "--help");
        assertEquals(0, console.code());
        assertTrue(console.out().startsWith("Usage: dovetail " + verb), console.out());
        assertEquals(-1, console.out().indexOf('\u001b'));
    }

    @Test
    void unknownVerbIsNamedWithTheNearest() {
        Console console = Console.run("lits");
        assertEquals(2, console.code());
        assertEquals("dovetail: no such verb: lits; did you mean 'list'?\n", console.err());
    }

    @Test
    void unknownOptionIsRefused() {
        assertEquals(
                "dovetail: unknown option --markdwon; did you mean '--markdown'?\n",
                Console.run("describe", "--all", "--markdwon").err());
    }

    @Test
    void listIsATable() {
        Console console = Console.run(Map.of("/p/bad.jar", "no bundle"), "list");
        assertEquals(0, console.code());
        assertEquals("""
                ROLE           NAME   VERSION  BUNDLE
                pipeline-task  speak  1.0.0    plugin.speak  Says texts aloud
                voice          loud   1.0.0    plugin.loud   With a loud voice
                voice          soft   1.0.0    plugin.soft   With a soft voice
                """, console.out());
        assertEquals("dovetail: broken: bad.jar: no bundle\n", console.err());
    }

    @Test
    void listOfOneRole() {
        assertEquals(3, Console.run("list", "voice").out().lines().count());
        Console unknown = Console.run("list", "voise");
        assertEquals(3, unknown.code());
        assertEquals(
                "dovetail: no role 'voise'; did you mean 'voice'?; roles: pipeline-task, voice\n",
                unknown.err());
    }

    @Test
    void describeTellsSettingsSlotsAndDatasets() {
        Console console = Console.run("describe", "speak@[1,2)");
        assertEquals("""
                pipeline-task speak@1.0.0: Says texts aloud
                  bundle  plugin.speak@1.0.0
                  class   Classpeak
                inputs
                  text   primary FakeInstallation$Text   a text
                  title  optional FakeInstallation$Text  a text
                outputs
                  speech  FakeInstallation$Text  a text
                slots
                  voice  voice    default loud
                settings
                  times  1  repetition  whole number  from 1 to 9  How often
                """.replace("Classpeak", "Classspeak"), console.out());
        assertEquals(3, Console.run("describe", "speak@2").code());
        assertEquals(3, Console.run("describe", "nothing").code());
    }

    @Test
    void argumentTooManyIsNotIgnored() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "speak: { times: 2 }\n");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "speak: { times: 99 }\n");
        for (String action : List.of("check", "dump")) {
            Console two = Console.run("config", action, good, bad);
            assertEquals(2, two.code(), two.out());
            assertEquals(
                    "dovetail: config " + action + " takes one task or file, not '" + bad
                            + "' too; a file that is layered over it goes with -C\n",
                    two.err());
        }
        assertEquals(2, Console.run("config", "diff", good, bad, good).code());
        Console described = Console.run("describe", "soft", "loud");
        assertEquals(2, described.code());
        assertEquals("dovetail: unexpected argument 'loud'\n", described.err());
    }

    @Test
    void describeWritesMarkdown() {
        String text = Console.run("describe", "--all", "--markdown").out();
        assertTrue(text.startsWith("# Roles and algorithms\n\n"), text);
        assertTrue(
                text.contains(
                        "| `times` | `1` | repetition | whole number, from 1 to 9 | How often |\n"),
                text);
        assertTrue(text.contains("### voice `soft`\n"), text);
    }

    @Test
    void deprecatedSettingIsToldByEveryVerb() {
        String told = "(deprecated: use times since 1.0)";
        assertTrue(Console.run("describe", "soft").out().contains("How high " + told));
        assertTrue(
                Console.run("describe", "--all", "--markdown").out().contains("How high " + told));
        Console console =
                Console.run("show", "history", "speak", "--use", "voice=soft", "-c", "pitch=2");
        assertTrue(console.out().contains("speak.voice.soft.pitch " + told), console.out());
        assertEquals(
                "dovetail: note: -c pitch=2: speak.voice.soft.pitch: is deprecated: use times since"
                        + " 1.0\n",
                console.err());
    }

    @Test
    void showTasksDrawsTheTree() {
        assertEquals(
                """
                speak@1.0.0
                └─ voice  soft@1.0.0  also: loud@1.0.0
                """,
                Console.run("show", "tasks", "speak", "--use", "voice=soft").out());
    }

    @Test
    void showHistoryTellsEveryLayer() throws IOException {
        Path yaml = Files.writeString(folder.resolve("c.yaml"), "speak:\n  times: 2\n");
        Console console =
                Console.run("show", "history", "speak", "times", "-C", yaml, "-c", "times=3");
        assertEquals(0, console.code(), console.err());
        assertEquals("""
                speak.times
                     1  default of speak@1.0.0
                     2  FILE:2:10
                  *  3  -c times=3
                """.replace("FILE", yaml.toString()), console.out());
        assertEquals(
                "dovetail: no setting or slot at tims in this configuration; did you mean 'times'?\n",
                Console.run("show", "history", "speak", "tims").err());
        assertEquals(
                "dovetail: no setting or slot at nope in this configuration\n",
                Console.run("show", "history", "speak", "nope").err());
        assertEquals(
                "dovetail: show history needs the task before the path: show history TASK voice.use\n",
                Console.run("show", "history", "voice.use").err());
        assertTrue(Console.run("show", "history", "speka").err().contains("did you mean 'speak'?"));
        assertEquals(2, Console.run("show", "graph").code());
    }

    @Test
    void shownConfigurationCanBeReadAgain() throws IOException {
        Console first = Console.run("show", "config", "speak", "-c", "times=4");
        Path yaml = Files.writeString(folder.resolve("c.yaml"), first.out());
        assertTrue(first.out().startsWith("# Configuration of speak@1.0.0: "), first.out());
        assertEquals(
                first.out().replace("# Configuration of", "# A lock of"),
                Console.run("config", "dump", yaml).out());
        assertEquals(
                "speak@1.0.0: valid\n", Console.run("config", "check", yaml).out());
    }

    @Test
    void configDiffTellsBothSides() throws IOException {
        Path one = Files.writeString(folder.resolve("1.yaml"), "speak:\n  times: 2\n");
        Path two = Files.writeString(folder.resolve("2.yaml"), "speak: {times: 3}\n");
        assertEquals(
                "speak.times: 2 -> 3\n    " + one + ":2:10 -> " + two + ":1:16\n",
                Console.run("config", "diff", one, two).out());
        assertEquals(2, Console.run("config", "check", folder.resolve("3.yaml")).code());
    }

    @Test
    void doctorNamesWhatIsBroken() {
        Console healthy = Console.run("doctor");
        assertEquals(0, healthy.code(), healthy.err());
        Console ill = Console.run(Map.of("/p/bad.jar", "needs Java 21"), "doctor");
        assertEquals(3, ill.code());
        assertTrue(ill.out().contains("broken: bad.jar: needs Java 21\n"), ill.out());
    }

    @Test
    void exitCodesAreExplained() {
        assertTrue(Console.run("explain", "exit", "5").out().startsWith("5: an input is unread"));
        assertEquals(
                "137: killed by signal 9\n",
                Console.run("explain", "exit", "137").out());
        assertEquals(
                Console.run("explain", "exit", "5").out(),
                Console.run("explain", "5").out());
        assertEquals(2, Console.run("explain", "exit", "7").code());
        assertEquals(16, Console.run("explain", "exit").out().lines().count());
    }

    @Test
    void levelOfTheLogIsChecked() {
        assertEquals(0, Console.run("list", "-L", "speak.voice=debug").code());
        assertEquals(2, Console.run("list", "-L", "LOUD").code());
    }

    @Test
    void historyRemembersWhatIsNotInUse() {
        Console console = Console.run(
                "show",
                "history",
                "speak",
                "pitch",
                "--use",
                "voice=soft",
                "-c",
                "pitch=2",
                "-c",
                "pitch=3",
                "--use",
                "voice=loud");
        assertEquals("""
                speak.voice.soft.pitch (kept, not in use)
                     2  -c pitch=2
                  *  3  -c pitch=3
                """, console.out());
    }

    @Test
    void lockGivesTheSameAgain() throws IOException {
        Console dump = Console.run("config", "dump", "speak", "-c", "times=4");
        Path lock = Files.writeString(folder.resolve("a.lock.yaml"), dump.out());
        assertEquals(
                dump.out(), Console.run("config", "dump", "speak", "-C", lock).out());
        assertEquals(0, Console.run("config", "check", lock).code());
        Files.writeString(lock, dump.out().replace("digest of loud", "another"));
        Console refused = Console.run("config", "check", lock);
        assertEquals(3, refused.code());
        assertTrue(refused.err().contains("is not the one that was locked"), refused.err());
    }

    @Test
    void runsAreComparedByTheirLocks() throws IOException {
        Path input = Files.writeString(folder.resolve("a.txt"), "a");
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        run(input, one, "times=2");
        run(input, two, "times=3");
        String difference = "speak.times: 2 -> 3\n    " + one.resolve("run.lock.yaml") + ":4:10 -> "
                + two.resolve("run.lock.yaml") + ":4:10\n";
        assertEquals(difference, Console.run("config", "diff", one, two).out());
        assertEquals(
                difference,
                Console.run(
                                "config",
                                "diff",
                                one.resolve("run.lock.yaml"),
                                two.resolve("run.lock.yaml"))
                        .out());
        assertEquals(
                "speak.times: 2 -> 5\n    " + one.resolve("run.lock.yaml")
                        + ":4:10 -> -c times=5\n",
                Console.run("config", "diff", one, "speak", "-c", "times=5").out());
        Console none = Console.run("config", "diff", folder, two);
        assertEquals(2, none.code());
        assertTrue(none.err().contains("has no *.lock.yaml"), none.err());
    }

    private static void run(Path input, Path to, String setting) {
        Console run = Console.run(
                "run",
                "speak",
                input,
                "-o",
                to,
                "-c",
                setting,
                "--lock",
                to.resolve("run.lock.yaml"));
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void lockOfAnotherConfigurationIsNotReplaced() throws IOException {
        Path input = Files.writeString(folder.resolve("a.txt"), "a");
        Path lock = folder.resolve("run.lock.yaml");
        Files.writeString(lock, "mine\n");
        Object[] words = {"run", "speak", input, "-o", folder.resolve("o"), "--lock", lock};
        Console refused = Console.run(words);
        assertEquals(6, refused.code());
        assertTrue(refused.err().contains("has another configuration"), refused.err());
        assertEquals("mine\n", Files.readString(lock));
        assertTrue(Files.notExists(folder.resolve("o").resolve("a.speech.txt")));
    }

    @Test
    void configCheckAsksTheAlgorithms() {
        Console console = Console.run("config", "check", "speak", "-c", "times=9");
        assertEquals(2, console.code());
        assertTrue(
                console.err()
                        .contains("-c times=9: speak: times must be less than the voice can take"),
                console.err());
    }

    @Test
    void configSetChangesOneValueAndKeepsAbsentPlugins() throws IOException {
        String text = """
                speak:           # for the party
                  times: 2       # enough
                  voice:
                    hoarse: { scratch:  7 }   # not installed here
                """;
        Path yaml = Files.writeString(folder.resolve("c.yaml"), text);
        Console set = Console.run("config", "set", yaml, "times=3");
        assertEquals(0, set.code(), set.err());
        assertEquals("speak.times: 2 -> 3\n", set.out());
        assertTrue(set.err().contains("its block is kept"), set.err());
        assertEquals(text.replace("times: 2 ", "times: 3 "), Files.readString(yaml));
        Console use = Console.run("config", "use", yaml, "voice=soft");
        assertEquals("speak.voice: loud@1.0.0 -> soft@1.0.0\n", use.out());
        assertEquals(
                text.replace("times: 2 ", "times: 3 ") + "    use: soft\n", Files.readString(yaml));
        Console absent = Console.run("config", "set", yaml, "hoarse.scratch=8");
        assertEquals(2, absent.code(), "the end of a path is looked for in what is installed");
        assertTrue(absent.err().contains("no setting or slot 'hoarse.scratch'"), absent.err());
        Console two = Console.run("config", "set", yaml, "pitch=4", "speak.voice.hoarse.scratch=8");
        assertEquals("speak.voice.soft.pitch: 1 -> 4\n", two.out());
        assertTrue(Files.readString(yaml).contains("{ scratch:  8 }   # not installed here"));
    }

    @Test
    void configSetRefusesWhatTheAlgorithmsRefuse() throws IOException {
        String text = "speak: { times: 2 }\n";
        Path yaml = Files.writeString(folder.resolve("c.yaml"), text);
        Console refused = Console.run("config", "set", yaml, "times=9");
        assertEquals(2, refused.code());
        assertTrue(
                refused.err()
                        .contains(yaml + ":1:17: speak: times must be less than the voice can"),
                refused.err());
        assertEquals(text, Files.readString(yaml));
        Files.writeString(yaml, "speak: { times: 9 }\n");
        assertEquals(0, Console.run("config", "set", yaml, "times=3").code(), "mends");
    }

    @Test
    void configSetRefusesWhatWouldBeWrongAndWritesNothing() throws IOException {
        String text = "speak: { times: 99, loudness: 3 }\n";
        Path yaml = Files.writeString(folder.resolve("c.yaml"), text);
        Console wrong = Console.run("config", "set", yaml, "times=12");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("must be from 1 to 9 (repetition), was 12"), wrong.err());
        assertEquals(2, Console.run("config", "set", yaml, "tims=1").code());
        assertEquals(3, Console.run("config", "use", yaml, "voice=soft@[7,8)").code());
        assertEquals(2, Console.run("config", "set", yaml).code());
        assertEquals(text, Files.readString(yaml));
        Console better = Console.run("config", "set", yaml, "times=2");
        assertEquals(0, better.code(), better.err());
        assertTrue(better.err().contains("still wrong: " + yaml + ":1:20: "), better.err());
        assertEquals("speak: { times: 2, loudness: 3 }\n", Files.readString(yaml));
    }
}
