package org.dovetail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered without a framework: no installation is there to start one from. */
class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpIsAResult(String asked) {
        assertEquals(0, run(asked));
        assertTrue(out().startsWith("Dovetail: "), out());
        assertEquals("", err());
    }

    @Test
    void helpFitsATerminal() {
        run("help");
        assertTrue(out().lines().allMatch(line -> line.length() <= 80));
    }

    @Test
    void nothingAskedIsAUsageError() {
        assertEquals(2, run());
        assertEquals("", out());
        assertTrue(err().contains("usage: dovetail VERB"));
    }

    @Test
    void versionNamesTheJavaToo() {
        assertEquals(0, run("--version"));
        assertTrue(out().matches("dovetail \\d+\\.\\S+ on Java \\d+\\S*\\R"), out());
    }

    @Test
    void unknownVerbIsRefusedWithTheNearest() {
        assertEquals(2, run("lsit"));
        assertEquals("", out());
        assertTrue(err().contains("no such verb: lsit; did you mean list?"), err());
    }

    @Test
    void verbsAreThoseOfTheHelp() {
        assertTrue(Texts.verbs().containsAll(List.of("demo", "run", "help", "why", "shell")));
        assertFalse(Texts.verbs().contains("-c"));
        assertFalse(Texts.verbs().contains("dovetail"));
    }

    @Test
    void verbThatResemblesNoneGetsNoGuess() {
        assertEquals(2, run("frobnicate"));
        assertTrue(err().startsWith("dovetail: no such verb: frobnicate" + System.lineSeparator()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 20, 21, 75, 130, 137, 143})
    void exitCodesAreExplained(int code) {
        assertEquals(0, run("explain", "exit", String.valueOf(code)));
        assertTrue(out().startsWith(code + ": "), out());
        String told = out();
        assertEquals(0, run("explain", String.valueOf(code)), "without the word exit");
        assertEquals(told + told, out());
    }

    @Test
    void exitCodesAreListed() {
        assertEquals(0, run("explain", "exit"));
        assertEquals(16, out().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "99", "1000", "x", ""})
    void otherCodesAreRefused(String code) {
        assertEquals(2, run("explain", "exit", code));
        assertEquals("", out());
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
