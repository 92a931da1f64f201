package org.dovetail.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Console compare(Object... more) {
        Object[] words = new Object[more.length + 3];
        words[0] = "compare";
        words[1] = folder.resolve("a");
        words[2] = folder.resolve("b");
        System.arraycopy(more, 0, words, 3, more.length);
        return Console.run(words);
    }

    @Test
    void equalRunsEndWithZero() throws IOException {
        file("a/x.speech.txt", "X");
        file("b/x.speech.txt", "X");
        file("a/.part", "left over");
        Console console = compare();
        assertEquals(0, console.code(), console.err());
        assertEquals("", console.out());
        assertEquals(
                "dovetail: 1 pair of files compared, 1 identical, 0 beyond the tolerance\n",
                console.err());
    }

    @Test
    void differentRunsHaveTheirOwnCode() throws IOException {
        file("a/x.speech.txt", "X");
        file("b/x.speech.txt", "Y");
        file("a/y.speech.txt", "Y");
        file("b/y.speech.txt", "Y");
        Console console = compare();
        assertEquals(13, console.code());
        assertEquals("x.speech.txt: content differs\n", console.out());
        assertEquals(
                "dovetail: beyond the tolerance: x.speech.txt\n"
                        + "dovetail: 2 pairs of files compared, 1 identical, 1 beyond the tolerance;"
                        + " exit 13: what was compared differs by more than the tolerance\n",
                console.err());
    }

    @Test
    void whatNothingReadsIsNamedAndDoesNotCount() throws IOException {
        file("a/x.look.png", "X");
        file("b/x.look.png", "Y");
        Console alone = compare();
        assertEquals(4, alone.code(), "nothing was compared at all");
        file("a/x.speech.txt", "X");
        file("b/x.speech.txt", "X");
        Console console = compare();
        assertEquals(0, console.code());
        assertEquals(
                "dovetail: not compared, since nothing installed reads such files: x.look.png\n"
                        + "dovetail: 1 pair of files compared, 1 identical, 0 beyond the tolerance\n",
                console.err());
        assertEquals(
                "dovetail: 1 pair of files compared, 1 identical, 0 beyond the tolerance\n",
                compare("--ignore", "*.png").err());
    }

    @Test
    void fileWithoutCounterpartIsNamed() throws IOException {
        file("a/x.speech.txt", "X");
        file("b/x.speech.txt", "Y");
        file("b/deep/y.speech.txt", "Y");
        Console console = compare();
        assertEquals(4, console.code(), "what is missing has to be put right first");
        assertTrue(
                console.err()
                        .startsWith("dovetail: " + Path.of("deep/y.speech.txt") + " is in "
                                + folder.resolve("b") + " only\n"),
                console.err());
    }

    @Test
    void unreadableFileIsNamed() throws IOException {
        file("a/x.speech.txt", "X");
        Path empty = file("b/x.speech.txt", "");
        Console console = compare();
        assertEquals(5, console.code());
        assertTrue(
                console.err().startsWith("dovetail: " + empty + ": not a text\n"), console.err());
    }

    @Test
    void missingFolderIsNamed() throws IOException {
        file("a/x.speech.txt", "X");
        Console console = compare();
        assertEquals(5, console.code());
        assertEquals(
                "dovetail: " + folder.resolve("b") + ": no such file or folder\n", console.err());
    }

    @Test
    void emptyFoldersAreNoEqualRuns() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        assertEquals(4, compare().code());
    }

    @Test
    void twoFilesNeedNoCommonName() throws IOException {
        Path first = file("x.speech.txt", "X");
        Path second = file("y.speech.txt", "Y");
        assertEquals(13, Console.run("compare", first, second).code());
        Console mixed = Console.run("compare", first, folder);
        assertEquals(2, mixed.code());
        assertTrue(mixed.err().contains("is a file, the other is a folder"), mixed.err());
    }

    @Test
    void reportInJsonIsAllOfStdout() throws IOException {
        file("a/x.speech.txt", "X");
        file("b/x.speech.txt", "Y");
        Console console = compare("--json");
        assertEquals(
                "{\"schema\":\"dovetail.comparison/1\",\"within\":false,\"datasets\":[{\"frame\":"
                        + "\"x.speech.txt\",\"dataset\":\"speech.txt\",\"within\":false,"
                        + "\"planes\":[],\"masks\":[],\"other\":[\"content differs\"]}],"
                        + "\"filesOnlyA\":[],\"filesOnlyB\":[],\"identicalFiles\":0,"
                        + "\"filesNotCompared\":[],\"exit\":13}\n",
                console.out());
    }

    @Test
    void mistakesInTolerancesAreToldBeforeAResult() throws IOException {
        file("a/x.speech.txt", "X");
        file("b/x.speech.txt", "X");
        assertEquals(
                "dovetail: --tolerance must be KIND=VALUE, KIND=PERCENT% or KIND=VALUE,PERCENT%,"
                        + " each 0 or more, was 'flux=much'\n",
                compare("--tolerance", "flux=much").err());
        Console slip = compare("--tolerance", "postion=1");
        assertEquals(2, slip.code());
        assertEquals(1, slip.err().lines().count(), "one mistake");
        assertTrue(
                slip.err()
                        .startsWith(
                                "dovetail: --tolerance postion: no such kind, plane or column; did"
                                        + " you mean 'position'?; there are "),
                slip.err());
        assertEquals(2, compare("--match", "0").code());
        assertEquals(0, compare("--tolerance", "NCRPIX=3", "--match", "2").code());
    }

    private Console ab(String choice, Object... more) throws IOException {
        Object[] words = new Object[more.length + 7];
        System.arraycopy(
                new Object[] {
                    "run", "speak", file("x.txt", "x"), "--ab", choice, "-o", folder.resolve("out")
                },
                0,
                words,
                0,
                7);
        System.arraycopy(more, 0, words, 7, more.length);
        return Console.run(words);
    }

    @Test
    void bothAlgorithmsRunAndAreCompared() throws IOException {
        Console console = ab("voice=loud,soft");
        assertEquals(0, console.code(), console.err());
        assertEquals("""
                A -> B  speak.voice: loud@1.0.0 -> soft@1.0.0

                x speech: content differs
                TASK         CALLS A  ms/CALL A  CALLS B  ms/CALL B  B/A
                speak        1        3.000      1        3.000      1.00
                speak.voice  2        1.000      2        1.000      1.00

                """, console.out());
        assertEquals("X", Files.readString(folder.resolve("out/A/x.speech.txt")));
        assertEquals("x", Files.readString(folder.resolve("out/B/x.speech.txt")));
        Console compare = Console.run("compare", folder.resolve("out/A"), folder.resolve("out/B"));
        assertEquals(13, compare.code());
    }

    @Test
    void versionsAndRangesAreTakenApart() {
        assertEquals(
                new AbChoice("voice", "loud@[1,2)", "loud@(2,3]"),
                AbChoice.parse("voice=loud@[1,2),loud@(2,3]"));
        assertEquals(new AbChoice("voice", "loud@1", "soft"), AbChoice.parse("voice=loud@1, soft"));
    }

    @Test
    void bothTreesArePlannedBeforeEitherRuns() throws IOException {
        Console console = ab("voice=loud,loud@2");
        assertEquals(3, console.code(), console.err());
        assertTrue(console.err().contains("no loud@2.0.0 for the role voice"), console.err());
        assertTrue(console.err().contains("--ab voice=loud@2"), console.err());
        assertFalse(Files.exists(folder.resolve("out")));
        for (String bad : new String[] {"voice", "voice=loud", "voice=loud,", "voice=a,b,c"}) {
            assertEquals(2, ab(bad).code(), bad);
        }
    }

    @Test
    void comparisonInJsonHasBothSummaries() throws IOException {
        Console console = ab("voice=loud,soft", "--json");
        assertTrue(console.out().startsWith("{\"schema\":\"dovetail.comparison/1\""));
        assertTrue(
                console.out()
                        .contains("\"trees\":[{\"a\":\"loud@1.0.0\",\"b\":\"soft@1.0.0\","
                                + "\"path\":\"speak.voice\"}],\"a\":{\"schema\":"
                                + "\"dovetail.summary/1\""),
                console.out());
        assertEquals(1, console.out().lines().count());
    }

    @Test
    void planOfTwoTreesWritesNothing() throws IOException {
        Console console = ab("voice=loud,soft", "-n");
        assertEquals(0, console.code(), console.err());
        assertTrue(console.out().contains("> speech " + folder.resolve("out/A/x.speech.txt")));
        assertTrue(console.out().contains("> speech " + folder.resolve("out/B/x.speech.txt")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void failureIsNoDifference() throws IOException {
        file("x.txt", "");
        Console console = Console.run(
                "run",
                "speak",
                folder.resolve("x.txt"),
                "--ab",
                "voice=loud,soft",
                "-o",
                folder.resolve("out"));
        assertEquals(5, console.code());
        assertFalse(Files.exists(folder.resolve("out/A")));
    }

    @Test
    void tolerancesNeedTwoAlgorithms() throws IOException {
        Console console = Console.run(
                "run", "speak", file("x.txt", "x"), "-o", folder.resolve("o"), "--match", "2");
        assertEquals(2, console.code());
        assertEquals(
                "dovetail: --tolerance and --match go with --ab; see also `compare`\n",
                console.err());
    }

    @Test
    void eventsOfBothSidesAreInOneFile() throws IOException {
        Path events = folder.resolve("events.jsonl");
        ab("voice=loud,soft", "--events", events);
        String all = Files.readString(events);
        assertEquals(2, all.split("\"event\":\"run.start\"", -1).length - 1, all);
        assertEquals(2, all.split("\"event\":\"quantum.end\"", -1).length - 1, all);
    }
}
