package org.dovetail.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dovetail.commands.Commands;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person's keys, as a terminal sends them. */
@Timeout(60)
class TerminalLinesTest {

    @TempDir
    private Path folder;

    private final List<List<String>> asked = new ArrayList<>();

    @Test
    void tabCompletesTheWordAtTheCursor() throws IOException {
        assertEquals(
                List.of("retarget background mesh@[1,2)"),
                typed(Optional.empty(), "reta\tback\tmesh@[1,2)\r"));
        assertEquals(List.of("reta"), asked.get(0));
        assertEquals(List.of("retarget", "back"), asked.get(1));
    }

    @Test
    void wordThatGoesOnGetsNoSpace() throws IOException {
        assertEquals(List.of("set size=3"), typed(Optional.empty(), "set si\t3\r"));
    }

    @Test
    void lineGoesOnAfterABackslashOrInQuotes() throws IOException {
        assertEquals(List.of("run a b"), typed(Optional.empty(), "run a \\\rb\r"));
    }

    @Test
    void linesAreKeptInAFileOnlyWhenAsked() throws IOException {
        Path file = folder.resolve("history");
        typed(Optional.of(file), "list\r");
        assertTrue(Files.readString(file).contains("list"));
        assertEquals(List.of("list"), typed(Optional.of(file), "\u001b[A\r"), "the key up");
    }

    @Test
    void waitForKeysIsInterrupted() throws IOException {
        Terminal terminal = terminal(new PipedInputStream(new PipedOutputStream())); // nobody types
        try (TerminalLines typed = new TerminalLines(terminal, new Fake(), Optional.empty())) {
            Thread.currentThread().interrupt();
            assertEquals(Optional.of(""), typed.next());
        } finally {
            Thread.interrupted(); // else what comes next fails, too
        }
    }

    private static Terminal terminal(InputStream keys) throws IOException {
        Terminal terminal = new ExternalTerminal(
                "test", "ansi", keys, new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        return terminal;
    }

    private List<String> typed(Optional<Path> history, String keys) throws IOException {
        Terminal terminal =
                terminal(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)));
        List<String> lines = new ArrayList<>();
        try (TerminalLines typed = new TerminalLines(terminal, new Fake(), history)) {
            Optional<String> line = typed.next();
            while (line.isPresent()) {
                lines.add(line.get());
                line = typed.next();
            }
        }
        return lines;
    }

    /** Completes three words. */
    private final class Fake implements Commands {

        @Override
        public List<String> complete(List<String> words) {
            asked.add(List.copyOf(words));
            String last = words.get(words.size() - 1);
            return List.of("retarget", "background", "size=").stream()
                    .filter(each -> each.startsWith(last))
                    .toList();
        }

        @Override
        public int run(String[] args, PrintStream out, PrintStream err) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Commands live(String who) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SortedMap<String, String> verbs() {
            return new TreeMap<>();
        }

        @Override
        public void drain() {}
    }
}
