package org.dovetail.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class FileFormatTest {

    private static final List<String> NONE = List.of();
    private static final Path FILE = Path.of("a.txt");

    /** Texts, which are neither read nor written here. */
    private static final class Texts extends FileFormat<String> {

        Texts(List<String> read, List<String> written) {
            super(String.class, read, written);
        }
    }

    @Test
    void whatIsReadAndWrittenFollowsFromTheEndings() {
        Texts both = new Texts(List.of("txt", "txt.gz"), List.of("txt"));
        assertEquals(String.class, both.type());
        assertTrue(both.reads() && both.writes());
        assertEquals(List.of("txt", "txt.gz"), both.endings());
        assertEquals(List.of("txt"), both.writtenEndings());
        Texts written = new Texts(NONE, List.of("log"));
        assertFalse(written.reads());
        assertEquals(List.of("log"), written.endings());
        Texts read = new Texts(List.of("txt"), NONE);
        assertFalse(read.writes());
        assertEquals(NONE, read.writtenEndings());
    }

    @Test
    void whatAFormatDoesNotDoIsRefused() {
        TaskException read = assertThrows(
                TaskException.class,
                () -> new Texts(NONE, List.of("log")).read(FILE, ReadContext.NONE));
        assertEquals(ErrorCode.UNREADABLE_INPUT, read.code());
        assertEquals("a.txt: files of this kind are written, not read", read.getMessage());
        TaskException write = assertThrows(
                TaskException.class,
                () -> new Texts(List.of("txt"), NONE).write("a", FILE, Provenance.NONE));
        assertEquals(ErrorCode.UNWRITABLE_OUTPUT, write.code());
        assertEquals("a.txt: files of this kind are read, not written", write.getMessage());
    }

    @Test
    void endingsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Texts(NONE, NONE));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new Texts(List.of("a"), List.of("b")));
        assertEquals(
                "a format that reads must read what it writes: reads [a], writes [b]",
                e.getMessage());
    }
}
