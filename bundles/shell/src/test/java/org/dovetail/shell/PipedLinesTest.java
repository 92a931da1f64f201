package org.dovetail.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that somebody writes at leisure. */
@Timeout(60)
class PipedLinesTest {

    @Test
    void linesComeInTheirOrderUpToTheEnd() throws IOException {
        try (PipedLines lines = lines(new StringReader("list\nrun \\\n  a\na\n"))) {
            assertEquals(Optional.of("list"), lines.next());
            assertEquals(Optional.of("stdin:1"), lines.place());
            assertEquals(Optional.of("run   a"), lines.next());
            assertEquals(Optional.of("stdin:2"), lines.place());
            assertEquals(Optional.of("a"), lines.next());
            assertEquals(Optional.of("stdin:4"), lines.place(), "after a line in two parts");
            assertEquals(Optional.empty(), lines.next());
        }
    }

    @Test
    void waitForALineIsInterruptedAndNoneIsLost() throws IOException {
        try (PipedWriter writer = new PipedWriter();
                PipedLines lines = lines(new PipedReader(writer))) {
            Thread.currentThread().interrupt();
            assertEquals(Optional.of(""), lines.next());
            assertFalse(Thread.currentThread().isInterrupted());
            writer.write("list\n");
            writer.flush();
            assertEquals(Optional.of("list"), lines.next());
        }
    }

    @Test
    void pipeThatCannotBeReadIsTold() throws IOException {
        PipedReader broken = new PipedReader(); // to which nobody can write
        try (PipedLines lines = lines(broken)) {
            assertThrows(IOException.class, lines::next);
        }
    }

    private static PipedLines lines(Reader reader) {
        return new PipedLines(new ScriptLines("stdin", new BufferedReader(reader)));
    }
}
