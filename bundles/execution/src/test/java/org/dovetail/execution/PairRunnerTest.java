package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.Fakes.In;
import org.dovetail.execution.Fakes.Out;
import org.dovetail.execution.Fakes.Shout;
import org.dovetail.execution.Fakes.Text;
import org.dovetail.execution.PairRunner.Comparer;
import org.dovetail.execution.PairRunner.Results;
import org.dovetail.execution.PairRunner.Side;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairRunnerTest {

    @TempDir
    private Path folder;

    private final Cancellation cancellation = new Cancellation();
    private final List<String> order = new ArrayList<>();
    private final List<String> compared = new ArrayList<>();
    private final List<Text> seen = new ArrayList<>();
    private Comparer comparer = (quantum, first, second) -> compared.add(
            quantum.name() + ": " + text(first, "shout") + " " + text(second, "shout"));

    private static String text(Map<String, Object> outputs, String dataset) {
        return ((Text) outputs.get(dataset)).value();
    }

    /** Tells when it runs, and refuses a text of its own choice. */
    private final class Speaker implements PipelineTask<In, Out> {

        private final String name;
        private final String refused;

        Speaker(String name, String refused) {
            this.name = name;
            this.refused = refused;
        }

        @Override
        public Out run(In inputs) {
            synchronized (order) {
                order.add(name);
                seen.add(inputs.text());
            }
            String text = inputs.text().value();
            if (text.equals(refused)) {
                throw new TaskException(ErrorCode.ALGORITHM_FAILED, name + " refuses");
            }
            return new Out(new Text(name + text), Optional.empty());
        }
    }

    private Results run(PipelineTask<?, ?> a, PipelineTask<?, ?> b, int jobs, String... texts) {
        Path[] files = IntStream.range(0, texts.length)
                .mapToObj(i -> Fakes.file(folder, "t" + i + ".txt", texts[i]))
                .toArray(Path[]::new);
        return new PairRunner(Fakes.formats(), ReadContext.NONE, cancellation)
                .run(
                        side(a, "A", files),
                        side(b, "B", files),
                        new RunOptions(jobs, false, false),
                        comparer);
    }

    private Side side(PipelineTask<?, ?> task, String name, Path... files) {
        RunRequest like = Fakes.request(folder.resolve("out").resolve(name), files);
        RunRequest request = new RunRequest(
                "speaker",
                Signature.of(Speaker.class),
                like.files(),
                like.folder(),
                Map.of(),
                false);
        RunPlan plan = new Planner(Fakes.formats()).plan(request);
        return new Side(task, Fakes.WHAT, plan, new RunListener() {});
    }

    @Test
    void bothWriteAndAreCompared() throws IOException {
        Results results = run(new Speaker("a", ""), new Speaker("b", ""), 1, "x", "y");
        assertEquals(ExitCode.OK, results.exitCode(false));
        assertEquals(List.of("t0: ax bx", "t1: ay by"), compared);
        assertEquals("ax", Files.readString(folder.resolve("out/A/t0.shout.txt")));
        assertEquals("by", Files.readString(folder.resolve("out/B/t1.shout.txt")));
        assertEquals(2, results.first().count(Outcome.DONE));
    }

    @Test
    void sidesTakeTurnsToBeFirstAndShareWhatWasRead() {
        run(new Speaker("a", ""), new Speaker("b", ""), 1, "x", "y", "z");
        assertEquals(List.of("a", "b", "b", "a", "a", "b"), order);
        assertTrue(seen.get(0) == seen.get(1), "the same object");
    }

    @Test
    void numberOfWorkersChangesNothing() {
        String[] texts = IntStream.range(0, 30).mapToObj(i -> "text " + i).toArray(String[]::new);
        Results results = run(new Speaker("a", ""), new Speaker("b", "text 7"), 4, texts);
        assertEquals(29, compared.size());
        assertTrue(compared.contains("t29: atext 29 btext 29"));
        assertEquals(30, results.first().count(Outcome.DONE));
        assertEquals(1, results.second().count(Outcome.FAILED));
    }

    @Test
    void failureOfOneSideLeavesTheOtherAlone() {
        Results results = run(new Speaker("a", ""), new Speaker("b", "y"), 1, "x", "y");
        assertEquals(ExitCode.SOME_FAILED, results.exitCode(false));
        assertEquals(ExitCode.OK, results.first().exitCode());
        assertEquals(List.of("t0: ax bx"), compared);
        assertTrue(Files.exists(folder.resolve("out/A/t1.shout.txt")));
        assertFalse(Files.exists(folder.resolve("out/B/t1.shout.txt")));
    }

    @Test
    void unreadableInputFailsOnBothSides() {
        Results results = run(new Speaker("a", ""), new Speaker("b", ""), 1, "", "y");
        assertEquals(ExitCode.SOME_FAILED, results.exitCode(false));
        assertEquals(
                ErrorCode.UNREADABLE_INPUT,
                results.second().quanta().get(0).failure().orElseThrow().code());
        assertEquals(List.of("t1: ay by"), compared);
    }

    @Test
    void folderThatTakesNoFilesBeginsNothing() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Side a = side(new Shout(), "A", Fakes.file(folder, "t.txt", "x"));
        Side b = side(new Shout(), "B", folder.resolve("t.txt"));
        Files.writeString(folder.resolve("out/B"), "a file");
        PairRunner runner = new PairRunner(Fakes.formats(), ReadContext.NONE, cancellation);
        TaskException e = assertThrows(
                TaskException.class, () -> runner.run(a, b, RunOptions.DEFAULT, comparer));
        assertEquals(ErrorCode.UNWRITABLE_OUTPUT, e.code());
        assertFalse(Files.exists(folder.resolve("out/A")));
        assertEquals(List.of(), order);
    }

    @Test
    void drainedRunSaysSo() {
        comparer = (quantum, first, second) -> cancellation.request();
        Results results = run(new Speaker("a", ""), new Speaker("b", ""), 1, "x", "y");
        assertEquals(ExitCode.DRAINED, results.exitCode(false));
        assertEquals(1, results.second().count(Outcome.NOT_RUN));
    }

    @Test
    void runThatIsAbandonedBetweenQuantaSaysSo() {
        comparer = (quantum, first, second) -> cancellation.abandon("swap to generation 2");
        Results results = run(new Speaker("a", ""), new Speaker("b", ""), 1, "x", "y");
        assertEquals(ExitCode.CANCELLED, results.exitCode(false));
        assertEquals(ExitCode.CANCELLED, results.second().exitCode());
        assertEquals(1, results.second().count(Outcome.NOT_RUN));
    }

    @Test
    void bugOfTheComparisonIsNotSwallowed() {
        comparer = (quantum, first, second) -> {
            throw new IllegalStateException("a bug");
        };
        assertEquals(
                "a bug",
                assertThrows(
                                IllegalStateException.class,
                                () -> run(new Speaker("a", ""), new Speaker("b", ""), 1, "x"))
                        .getMessage());
    }
}
