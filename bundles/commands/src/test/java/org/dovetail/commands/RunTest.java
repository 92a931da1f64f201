package org.dovetail.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static final Pattern DIGESTS =
            Pattern.compile("\"sha256\":\"[0-9a-f]{64}\",\"digest\":\"[0-9a-f]{64}\"");

    private List<String> outputs() throws IOException {
        if (Files.notExists(out())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out())) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void cameraFileThatIsNotThereIsNamedFirst() throws IOException {
        Console console = Console.run(
                "run", "speak", file("x.txt", "x"), "-o", folder, "--camera", "nothere.yaml");
        assertEquals(2, console.code());
        assertTrue(
                console.err().startsWith("dovetail: nothere.yaml: there is no such file"),
                console.err());
    }

    @Test
    void outputsAreListedAndNothingElse() throws IOException {
        Console run = Console.run(
                "run", "speak", file("a.txt", "a"), file("b.txt", "b"), "-o", out(), "-j", "0");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                out().resolve("a.speech.txt") + "\n" + out().resolve("b.speech.txt") + "\n",
                run.out());
        assertTrue(run.err().startsWith("dovetail: speak@1.0.0: 2 of 2 quanta done in "));
        assertEquals("A", Files.readString(out().resolve("a.speech.txt")));
    }

    @Test
    void optionsAfterFilesAndLaterOnesWin() throws IOException {
        Console run = Console.run(
                "run",
                "speak",
                "-c",
                "times=3",
                file("a.txt", "a"),
                "--use",
                "voice=loud",
                "-o",
                out(),
                "-c",
                "voice.use=soft",
                "--use=voice=soft",
                "-ctimes=2",
                "--title",
                file("t.txt", "T"));
        assertEquals(0, run.code(), run.err());
        assertEquals("TaTa", Files.readString(out().resolve("a.speech.txt")));
    }

    @Test
    void formatPicksEndings() throws IOException {
        Console run = Console.run(
                "run", "speak", file("a.txt", "a"), "-o", out(), "--format", "speech=md,txt");
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("a.speech.md", "a.speech.txt"), outputs());
    }

    @Test
    void summaryInJsonIsAllOfStdout() throws IOException {
        Console run =
                Console.run("run", "speak", file("a.txt", "a"), "-o", out(), "--json", "--timing");
        assertTrue(run.out().startsWith("{\"schema\":\"dovetail.summary/1\""), run.out());
        assertEquals(1, run.out().lines().count());
        assertTrue(DIGESTS.matcher(run.out()).find(), run.out());
        assertTrue(run.err().contains("""
                                TASK         ALGORITHM    CALLS  SECONDS  OWN    ms/CALL
                                speak        speak@1.0.0  1      0.003    0.001  3.000
                                speak.voice  loud@1.0.0   2      0.002    0.002  1.000
                                """), run.err());
    }

    @Test
    void planWritesNothing() throws IOException {
        Path input = file("a.txt", "a");
        Console plan = Console.run("plan", "speak", input, "-o", out());
        assertEquals(0, plan.code(), plan.err());
        assertTrue(plan.out().contains("└─ voice  loud@1.0.0  also: soft@1.0.0"), plan.out());
        assertTrue(plan.out().contains("  > speech " + out().resolve("a.speech.txt")), plan.out());
        assertFalse(Files.exists(out()));
        assertEquals(
                plan.out(),
                Console.run("run", "-n", "speak", input, "-o", out()).out());
    }

    @Test
    void secondRunIsRefusedUnlessForced() throws IOException {
        Path input = file("a.txt", "a");
        Console.run("run", "speak", input, "-o", out());
        Console again = Console.run("run", "speak", input, "-o", out(), "-c", "times=2");
        assertEquals(6, again.code());
        assertEquals(
                "dovetail: " + out().resolve("a.speech.txt") + " is there already; --force replaces"
                        + " it, -o names another folder\n",
                again.err());
        assertEquals("A", Files.readString(out().resolve("a.speech.txt")));
        Console forced =
                Console.run("run", "speak", input, "-o", out(), "-c", "times=2", "--force");
        assertEquals(0, forced.code());
        assertEquals("AA", Files.readString(out().resolve("a.speech.txt")));
    }

    @Test
    void unreadableFileIsOneMessage() throws IOException {
        Path input = file("a.txt", "");
        Console run = Console.run("run", "speak", input, "-o", out());
        assertEquals(5, run.code());
        assertEquals("dovetail: " + input + ": not a text\n", run.err());
        assertEquals("", run.out());
        assertEquals(List.of(), outputs());
    }

    @Test
    void equalReasonsAreToldOnce() throws IOException {
        Console run = Console.run(
                "run",
                "speak",
                file("a.txt", "a"),
                file("b.txt", "b"),
                "--title",
                file("t.txt", ""),
                "-o",
                out());
        assertEquals(5, run.code());
        assertEquals(
                "dovetail: " + folder.resolve("t.txt") + ": not a text (a, b)",
                run.err().lines().findFirst().orElseThrow());
    }

    @Test
    void bugIsOneLineAndAFile() throws IOException {
        Console run = Console.run("run", "speak", file("a.txt", "BUG"), "-o", out());
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        Path trace = Path.of(run.err().strip().replaceAll(".* with ", ""));
        assertTrue(Files.readString(trace).contains("IllegalStateException: a bug"));
        Files.delete(trace);
        Console verbose = Console.run("run", "-v", "speak", folder.resolve("a.txt"), "-o", out());
        assertTrue(verbose.err().contains("\tat org.dovetail.commands.FakeTrees"));
    }

    @Test
    void allMistakesOfAConfigurationAreTold() throws IOException {
        Path yaml =
                file("bad.yaml", "speak:\n  times: 10\n  loudness: 3\n  voice:\n    use: shrill\n");
        Console run = Console.run("run", "speak", file("a.txt", "a"), "-o", out(), "-C", yaml);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(yaml + ":2:"), run.err());
        assertTrue(run.err().contains(yaml + ":3:"), run.err());
        assertTrue(run.err().contains(yaml + ":5:"), run.err());
        assertTrue(run.err().endsWith("usage or configuration invalid\n"), run.err());
        assertFalse(Files.exists(out()));
    }

    @Test
    void missingVersionIsAnExitCodeOfItsOwn() throws IOException {
        Path input = file("a.txt", "a");
        assertEquals(
                3,
                Console.run("run", "speak", input, "-o", out(), "--use", "voice=loud@[7,8)")
                        .code());
        assertEquals(3, Console.run("run", "speak@9", input, "-o", out()).code());
        assertEquals(3, Console.run("run", "speech", input, "-o", out()).code());
    }

    @Test
    void quotedPatternIsExpanded() throws IOException {
        file("a1.txt", "a");
        file("a2.txt", "a");
        Console run = Console.run("run", "speak", folder + "/a*.txt", "-o", out());
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("a1.speech.txt", "a2.speech.txt"), outputs());
        Console none = Console.run("run", "speak", folder + "/b*.txt", "-o", out());
        assertEquals(4, none.code());
        assertEquals("dovetail: " + folder + "/b*.txt matches no file\n", none.err());
    }

    @Test
    void eventsGoToTheirFile() throws IOException {
        Path events = folder.resolve("e.jsonl");
        Console.run("run", "speak", file("a.txt", "a"), "-o", out(), "--events", events);
        assertEquals(4, Files.readAllLines(events).size());
        assertTrue(DIGESTS.matcher(Files.readString(events)).find());
    }

    @Test
    void fileBesideTheOutputsThatCannotBeWrittenStopsTheRun() throws IOException {
        Path input = file("a.txt", "a");
        Path nowhere = folder.resolve("none/e.jsonl");
        Console events = Console.run("run", "speak", input, "-o", out(), "--events", nowhere);
        assertEquals(6, events.code());
        assertEquals(
                "dovetail: cannot write events to " + nowhere + ": no such file or folder\n",
                events.err());
        Console log = Console.run("run", "speak", input, "-o", out(), "--log-file", nowhere);
        assertEquals(6, log.code());
        assertEquals(
                "dovetail: cannot write the log to " + nowhere
                        + ": no such folder, or no permission\n",
                log.err());
        assertEquals(List.of(), outputs());
    }

    @Test
    void planNamesInputsInTheOrderOfTheTask() throws IOException {
        String plan = Console.run(
                        "plan", "speak", file("a.txt", "a"), "--title", file("t.txt", "T"))
                .out();
        assertTrue(
                plan.contains("  < text " + folder.resolve("a.txt") + "\n  < title "
                        + folder.resolve("t.txt") + "\n  > speech "),
                plan);
    }

    @Test
    void usageMistakesSayWhatToDo() throws IOException {
        Path input = file("a.txt", "a");
        assertEquals(
                "dovetail: run needs a folder for its outputs: -o DIR\n",
                err("run", "speak", input));
        assertEquals(
                "dovetail: -o names no file or folder: it is ''\n",
                err("run", "speak", input, "-o", ""));
        assertEquals(
                "dovetail: run needs a task; see dovetail run --help\n", err("run", "-o", out()));
        assertEquals(
                "dovetail: speak needs files: FILE... (the text)\n",
                err("run", "speak", "-o", out()));
        assertEquals(
                "dovetail: unknown option --titel; did you mean '--title'?\n",
                err("run", "speak", input, "--titel", input, "-o", out()));
        assertEquals(
                "dovetail: -j takes a whole number, not 'many'\n",
                err("run", "speak", input, "-o", out(), "-j", "many"));
        assertEquals(
                "dovetail: -d: data repositories are not part of this version; name the files\n",
                err("run", "speak", "-d", "visit=1", "-o", out()));
    }

    private static String err(Object... words) {
        Console console = Console.run(words);
        assertEquals(2, console.code(), console.err());
        assertEquals("", console.out());
        return console.err();
    }
}
