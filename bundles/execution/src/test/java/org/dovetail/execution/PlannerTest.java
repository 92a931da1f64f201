package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

    @TempDir
    private Path folder;

    private final Planner planner = new Planner(Fakes.formats());

    @Test
    void eachPrimaryFileMakesAQuantum() {
        Path out = folder.resolve("out");
        RunPlan plan = planner.plan(Fakes.request(
                out, Fakes.file(folder, "a.txt", "x"), Fakes.file(folder, "b.c.TXT.gz", "x")));
        assertEquals(
                List.of("a", "b.c"), plan.quanta().stream().map(Quantum::name).toList());
        assertEquals(
                List.of(out.resolve("b.c.shout.txt"), out.resolve("b.c.echo.txt")),
                plan.quanta().get(1).outputs().stream()
                        .map(Quantum.OutputFile::file)
                        .toList());
        assertFalse(Files.exists(out), "a plan writes nothing");
    }

    @Test
    void listOfPrimaryFilesMakesOneQuantum() {
        RunRequest request = new RunRequest(
                "join",
                Signature.of(Fakes.Join.class),
                Map.of(
                        "text",
                        List.of(
                                Fakes.file(folder, "a.txt", "x"),
                                Fakes.file(folder, "b.txt", "y"))),
                folder,
                Map.of("all", List.of("md", "txt")),
                false);
        Quantum quantum = planner.plan(request).quanta().get(0);
        assertEquals("join", quantum.name());
        assertEquals(
                List.of(folder.resolve("all.md"), folder.resolve("all.txt")),
                quantum.outputs().stream().map(Quantum.OutputFile::file).toList());
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Path there = Fakes.file(folder, "a.txt", "x");
        Fakes.file(folder, "a.shout.txt", "x");
        RunRequest request = new RunRequest(
                "shout",
                Signature.of(Fakes.Shout.class),
                Map.of(
                        "text", List.of(there, folder.resolve("gone.txt"), folder),
                        "volume", List.of(Fakes.file(folder, "loud.doc", "3"))),
                folder,
                Map.of("echo", List.of("pdf"), "silence", List.of("txt")),
                false);
        Refusal refusal = assertThrows(Refusal.class, () -> planner.plan(request));
        assertEquals(
                List.of(
                        folder.resolve("gone.txt") + ": no such file",
                        folder + ": not a file",
                        folder.resolve("loud.doc") + ": nothing installed reads 'volume' from such"
                                + " a file; known endings: num",
                        "nothing installed writes 'echo' as 'pdf'; known endings: md, txt, txt.gz",
                        "shout has no output 'silence'; it has shout, echo",
                        folder.resolve("a.shout.txt") + " is there already; --force replaces it,"
                                + " -o names another folder"),
                refusal.problems().stream().map(Throwable::getMessage).toList());
        assertEquals(ExitCode.USAGE, refusal.exitCode(), "what comes first has to be put right");
    }

    @Test
    void existingOutputAloneEndsWithItsOwnCode() {
        Path input = Fakes.file(folder, "a.txt", "x");
        Fakes.file(folder, "a.echo.txt", "x");
        RunRequest request = Fakes.request(folder, input);
        Refusal refusal = assertThrows(Refusal.class, () -> planner.plan(request));
        assertEquals(ExitCode.BAD_OUTPUT, refusal.exitCode());
        RunRequest forced = new RunRequest(
                "shout", request.signature(), request.files(), folder, Map.of(), true);
        assertEquals(1, planner.plan(forced).quanta().size());
    }

    @Test
    void equalStemsAreRefused() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        RunRequest request = Fakes.request(
                folder.resolve("out"),
                Fakes.file(folder, "a.txt", "x"),
                Fakes.file(other, "a.md", "x"));
        Refusal refusal = assertThrows(Refusal.class, () -> planner.plan(request));
        assertEquals(1, refusal.problems().size());
        assertTrue(refusal.getMessage().startsWith("two inputs would write "));
    }

    @Test
    void inputIsNeverAnOutput() {
        Path input = Fakes.file(folder, "shout.txt", "x");
        RunRequest request = new RunRequest(
                "join",
                Signature.of(Fakes.Join.class),
                Map.of("text", List.of(Fakes.file(folder, "all.txt", "x"), input)),
                folder,
                Map.of("all", List.of("txt")),
                true);
        Refusal refusal = assertThrows(Refusal.class, () -> planner.plan(request));
        assertEquals(
                folder.resolve("all.txt") + " is an input and would be written over",
                refusal.getMessage());
    }

    @Test
    void folderThatIsAFileIsRefused() {
        Path input = Fakes.file(folder, "a.txt", "x");
        Refusal refusal = assertThrows(
                Refusal.class, () -> planner.plan(Fakes.request(input.resolve("out"), input)));
        assertEquals(ExitCode.BAD_OUTPUT, refusal.exitCode());
        assertTrue(refusal.getMessage().endsWith("a.txt is not a folder"));
    }

    @Test
    void withoutFilesNothingIsPlanned() {
        Refusal refusal = assertThrows(Refusal.class, () -> planner.plan(Fakes.request(folder)));
        assertEquals("shout needs files: FILE... (the text)", refusal.getMessage());
    }
}
