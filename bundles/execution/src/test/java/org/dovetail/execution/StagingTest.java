package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    @TempDir
    private Path folder;

    @Test
    void filesAppearTogether() throws IOException {
        try (Staging staging = new Staging(false)) {
            Files.writeString(staging.stage(folder.resolve("deep/a.txt")), "a");
            Files.writeString(staging.stage(folder.resolve("deep/b.txt")), "b");
            assertTrue(Fakes.names(folder.resolve("deep")).stream()
                    .allMatch(name -> name.startsWith(".part-") && name.endsWith(".txt")));
            staging.publish();
        }
        assertEquals(List.of("a.txt", "b.txt"), Fakes.names(folder.resolve("deep")));
    }

    @Test
    void whatIsNotPublishedIsGone() throws IOException {
        try (Staging staging = new Staging(false)) {
            Files.writeString(staging.stage(folder.resolve("a.txt")), "a");
        }
        assertEquals(List.of(), Fakes.names(folder));
    }

    @Test
    void nothingAppearsIfOneDoesNotReachTheDisk() throws IOException {
        try (Staging staging = new Staging(false)) {
            Path written = staging.stage(folder.resolve("a.txt"));
            Files.writeString(written, "a");
            staging.complete(written);
            staging.complete(staging.stage(folder.resolve("b.txt"))); // which was never written
            TaskException e = assertThrows(TaskException.class, staging::publish);
            assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
            assertTrue(e.getMessage().endsWith(": no such file or folder"), e.getMessage());
        }
        assertEquals(List.of(), Fakes.names(folder));
    }

    @Test
    void fileOfAnotherIsNeverHidden() throws IOException {
        try (Staging staging = new Staging(false)) {
            Files.writeString(staging.stage(folder.resolve("a.txt")), "mine");
            Files.writeString(staging.stage(folder.resolve("b.txt")), "mine");
            Files.writeString(folder.resolve("b.txt"), "yours");
            TaskException e = assertThrows(TaskException.class, staging::publish);
            assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
            assertEquals(
                    folder.resolve("b.txt")
                            + " appeared while it was being made; it is left as it is",
                    e.getMessage());
        }
        assertEquals(List.of("b.txt"), Fakes.names(folder));
        assertEquals("yours", Files.readString(folder.resolve("b.txt")));
    }

    @Test
    void fileIsReplacedWithLeave() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        try (Staging staging = new Staging(true)) {
            Files.writeString(staging.stage(folder.resolve("a.txt")), "new");
            staging.publish();
        }
        assertEquals("new", Files.readString(folder.resolve("a.txt")));
        assertEquals(List.of("a.txt"), Fakes.names(folder));
    }

    @Test
    void missingFileFailsAll() throws IOException {
        try (Staging staging = new Staging(false)) {
            Files.writeString(staging.stage(folder.resolve("a.txt")), "a");
            staging.stage(folder.resolve("b.txt"));
            assertThrows(TaskException.class, staging::publish);
        }
        assertEquals(List.of(), Fakes.names(folder));
    }

    @Test
    void leftoversOfKilledProcessesAreSwept() throws IOException {
        String mine;
        try (Staging staging = new Staging(false)) {
            mine = staging.stage(folder.resolve("a.txt")).getFileName().toString();
        }
        String pid = "-" + ProcessHandle.current().pid() + "-";
        Files.writeString(folder.resolve(mine), "of a living process");
        Files.writeString(folder.resolve(mine.replace(pid, "-999999999-")), "of a dead one");
        String elsewhere = mine.replace(".part-", ".part-x").replace(pid, "-999999999-");
        Files.writeString(folder.resolve(elsewhere), "of another machine");
        Staging.prepare(folder);
        assertEquals(List.of(mine, elsewhere).stream().sorted().toList(), Fakes.names(folder));
    }

    @Test
    void folderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        TaskException e =
                assertThrows(TaskException.class, () -> Staging.prepare(file.resolve("out")));
        assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
        assertTrue(e.getMessage().startsWith("output folder " + file.resolve("out")));
    }

    @Test
    void foldersMadeForNothingAreRemoved() throws IOException {
        Path deep = folder.resolve("a/b");
        Staging.unmake(Staging.prepare(deep));
        assertEquals(List.of(), Fakes.names(folder));
        List<Path> made = Staging.prepare(deep);
        Files.writeString(folder.resolve("a/x.txt"), "x");
        Staging.unmake(made);
        assertEquals(List.of("x.txt"), Fakes.names(folder.resolve("a")));
    }
}
