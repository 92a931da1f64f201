package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.Fakes.Shout;
import org.dovetail.execution.Fakes.Text;
import org.dovetail.execution.Fakes.TextFormat;
import org.dovetail.execution.Fakes.VolumeFormat;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnerTest {

    private static final RunListener QUIET = new RunListener() {};

    @TempDir
    private Path folder;

    private final Cancellation cancellation = new Cancellation();
    private Formats formats = Fakes.formats();
    private RunListener listener = QUIET;

    private Path out() {
        return folder.resolve("out");
    }

    private RunResult run(RunOptions options, String... texts) {
        Path[] files = IntStream.range(0, texts.length)
                .mapToObj(i -> Fakes.file(folder, "t" + i + ".txt", texts[i]))
                .toArray(Path[]::new);
        return run(options, Fakes.request(out(), files));
    }

    private RunResult run(RunOptions options, RunRequest request) {
        RunPlan plan = new Planner(formats).plan(request);
        return new Runner(formats, ReadContext.NONE, listener, cancellation)
                .run(new Shout(), Fakes.WHAT, plan, options);
    }

    @Test
    void outputsAndTheirDigestsAreThere() throws IOException {
        RunResult result = run(RunOptions.DEFAULT, "hello", "quiet");
        assertEquals(ExitCode.OK, result.exitCode());
        assertEquals(List.of("t0.echo.txt", "t0.shout.txt", "t1.shout.txt"), Fakes.names(out()));
        assertEquals("HELLO!", Files.readString(out().resolve("t0.shout.txt")));
        assertEquals(
                ContentDigest.of(new Text("HELLO!")), result.written().get(0).digest());
        assertEquals(6, result.written().get(0).bytes());
        assertEquals(
                Sha256.of(out().resolve("t0.shout.txt")),
                result.written().get(0).sha256());
    }

    @Test
    void digestsThatNobodyAskedForAreNotMade() {
        RunResult result = run(new RunOptions(1, false, false, false), "hello");
        assertEquals(
                new QuantumResult.Written("shout", out().resolve("t0.shout.txt"), 6, "", ""),
                result.written().get(0));
    }

    @Test
    void numberOfWorkersChangesNothing() {
        String[] texts = IntStream.range(0, 40).mapToObj(i -> "text " + i).toArray(String[]::new);
        texts[7] = "ALGORITHM_FAILED";
        RunResult alone = run(new RunOptions(1, false, false), texts);
        for (int jobs : new int[] {2, 8}) {
            Path[] files = IntStream.range(0, texts.length)
                    .mapToObj(i -> folder.resolve("t" + i + ".txt"))
                    .toArray(Path[]::new);
            RunResult together = run(
                    new RunOptions(jobs, false, false),
                    Fakes.request(folder.resolve("out" + jobs), files));
            assertEquals(ExitCode.SOME_FAILED, together.exitCode());
            assertEquals(content(alone), content(together));
        }
    }

    private static List<String> content(RunResult result) {
        return result.quanta().stream()
                .map(q -> q.outcome() + " " + q.key() + " " + digests(q))
                .toList();
    }

    private static List<String> digests(QuantumResult result) {
        return result.written().stream().map(QuantumResult.Written::digest).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "UNREADABLE_INPUT, BAD_INPUT",
        "NO_USABLE_PIXELS, BAD_INPUT",
        "ALGORITHM_FAILED, ALGORITHM",
        "BROKEN_CONTRACT, ALGORITHM",
        "UNWRITABLE_OUTPUT, BAD_OUTPUT",
        "RESOURCE_EXHAUSTED, ENVIRONMENT",
        "MEMORY, ENVIRONMENT",
        "INVALID_CONFIGURATION, USAGE",
        "BUG, INTERNAL",
        "NO_WORK, OK"
    })
    void kindOfTheOnlyFailureIsTheExitCode(String text, ExitCode code) {
        RunResult result = run(RunOptions.DEFAULT, text, text);
        assertEquals(code, result.exitCode());
        assertTrue(Files.notExists(out()));
    }

    @Test
    void failuresOfDifferentKindsAreAllFailed() {
        assertEquals(
                ExitCode.ALL_FAILED,
                run(RunOptions.DEFAULT, "ALGORITHM_FAILED", "MEMORY").exitCode());
    }

    @Test
    void nothingToDoIsACaveatIfStrict() {
        assertEquals(
                ExitCode.CAVEATS,
                run(new RunOptions(1, false, true), "NO_WORK", "hello").exitCode());
    }

    @Test
    void failedQuantumTouchesNoOther() {
        RunResult result = run(RunOptions.DEFAULT, "a", "BUG", "c");
        assertEquals(
                List.of(Outcome.DONE, Outcome.FAILED, Outcome.DONE),
                result.quanta().stream().map(QuantumResult::outcome).toList());
        assertEquals(
                "internal error: java.lang.IllegalStateException: a bug",
                result.quanta().get(1).failure().orElseThrow().message());
        assertEquals(4, Fakes.names(out()).size());
    }

    @Test
    void failFastLeavesTheRest() {
        RunResult result = run(new RunOptions(1, true, false), "a", "BUG", "c");
        assertEquals(Outcome.NOT_RUN, result.quanta().get(2).outcome());
        assertEquals(ExitCode.SOME_FAILED, result.exitCode());
    }

    @Test
    void unreadableFileIsNamed() {
        RunResult result = run(RunOptions.DEFAULT, "");
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertEquals(
                folder.resolve("t0.txt") + ": no text in it",
                result.quanta().get(0).failure().orElseThrow().message());
    }

    @Test
    void failedWriteLeavesNoFileOfTheQuantum() {
        formats = new Formats(List.of(
                new TextFormat(text -> text, "txt"),
                new TextFormat(
                        text -> {
                            throw new UncheckedIOException(
                                    new IOException("No space left on device"));
                        },
                        "full")));
        RunRequest plain = Fakes.request(out(), Fakes.file(folder, "t.txt", "x"));
        RunRequest request = new RunRequest(
                "shout",
                plain.signature(),
                plain.files(),
                out(),
                Map.of("echo", List.of("full")),
                false);
        RunResult result = run(RunOptions.DEFAULT, request);
        assertEquals(ExitCode.BAD_OUTPUT, result.exitCode());
        assertEquals(
                out().resolve("t.echo.full") + ": No space left on device",
                result.quanta().get(0).failure().orElseThrow().message());
        assertTrue(Files.notExists(out()));
    }

    @Test
    void temporaryNameIsNeverTold() {
        formats = new Formats(List.of(new RefusingFormat()));
        RunResult result =
                run(RunOptions.DEFAULT, Fakes.request(out(), Fakes.file(folder, "t.txt", "x")));
        assertEquals(
                "cannot write t.shout.txt in " + out().resolve("t.shout.txt"),
                result.quanta().get(0).failure().orElseThrow().message());
    }

    @Test
    void sharedInputIsReadOnce() {
        VolumeFormat volume = new VolumeFormat();
        formats = new Formats(List.of(new TextFormat(text -> text, "txt"), volume));
        RunResult result = run(new RunOptions(2, false, false), withVolume("3"));
        assertEquals(ExitCode.OK, result.exitCode());
        assertEquals(1, volume.reads.get());
        assertEquals(2, result.quanta().get(0).inputs().size());
    }

    @Test
    void brokenSharedInputFailsAllBeforeTheFirst() {
        List<String> started = new ArrayList<>();
        listener = new RunListener() {
            @Override
            public void quantumStarted(Quantum quantum) {
                started.add(quantum.name());
            }
        };
        RunResult result = run(RunOptions.DEFAULT, withVolume("loud"));
        assertEquals(ExitCode.BAD_INPUT, result.exitCode());
        assertEquals(List.of(), started);
    }

    private RunRequest withVolume(String volume) {
        return new RunRequest(
                "shout",
                Signature.of(Shout.class),
                Map.of(
                        "text",
                        List.of(Fakes.file(folder, "a.txt", "a"), Fakes.file(folder, "b.txt", "b")),
                        "volume",
                        List.of(Fakes.file(folder, "v.num", volume))),
                out(),
                Map.of(),
                false);
    }

    @Test
    void drainEndsWhatIsInFlightAndBeginsNoMore() {
        listener = new RunListener() {
            @Override
            public void quantumStarted(Quantum quantum) {
                cancellation.request();
            }
        };
        RunResult result = run(RunOptions.DEFAULT, "a", "b");
        assertEquals(ExitCode.DRAINED, result.exitCode());
        assertEquals(Outcome.DONE, result.quanta().get(0).outcome());
        assertEquals(Outcome.NOT_RUN, result.quanta().get(1).outcome());
    }

    @Test
    void abandonedRunIsCutShortAndLeavesNothingOfWhatWasInFlight() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        formats = Fakes.formats(text -> {
            if (!text.startsWith("B")) {
                return text;
            }
            begun.countDown();
            return sleep();
        });
        Thread impatient = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            cancellation.abandon("swap to generation 2");
        });
        impatient.start();
        RunResult result = run(RunOptions.DEFAULT, "a", "b", "c");
        impatient.join();
        assertEquals(ExitCode.CANCELLED, result.exitCode());
        assertEquals(
                List.of(Outcome.DONE, Outcome.CANCELLED, Outcome.NOT_RUN),
                result.quanta().stream().map(QuantumResult::outcome).toList());
        assertEquals(
                "cancelled: swap to generation 2",
                result.quanta().get(1).failure().orElseThrow().message());
        assertTrue(
                Fakes.names(out()).stream().allMatch(name -> name.startsWith("t0.")),
                Fakes.names(out())::toString);
    }

    private static String sleep() {
        try {
            Thread.sleep(60_000);
            throw new IllegalStateException("nobody interrupted");
        } catch (InterruptedException e) {
            throw new TaskException(ErrorCode.INTERRUPTED, "interrupted", e);
        }
    }

    @Test
    void runAbandonedBeforeItBeginsDoesNothing() {
        cancellation.abandon("swap to generation 2");
        RunResult result = run(RunOptions.DEFAULT, "a");
        assertEquals(ExitCode.CANCELLED, result.exitCode());
        assertEquals(Outcome.NOT_RUN, result.quanta().get(0).outcome());
    }

    @Test
    void keyDependsOnContentNotOnNames() throws IOException {
        String first = run(RunOptions.DEFAULT, "a").quanta().get(0).key();
        Path other = Files.createDirectory(folder.resolve("other"));
        RunResult again = run(
                RunOptions.DEFAULT,
                Fakes.request(folder.resolve("out2"), Fakes.file(other, "z.txt", "a")));
        assertEquals(first, again.quanta().get(0).key());
        RunResult changed = run(
                RunOptions.DEFAULT,
                Fakes.request(folder.resolve("out3"), Fakes.file(other, "y.txt", "b")));
        assertNotEquals(first, changed.quanta().get(0).key());
    }

    /** A format that fails with the name it was given. */
    private static final class RefusingFormat implements StorageFormat<Text> {

        private final TextFormat real = new TextFormat(text -> text, "txt");

        @Override
        public Class<Text> type() {
            return real.type();
        }

        @Override
        public List<String> endings() {
            return real.endings();
        }

        @Override
        public boolean reads() {
            return true;
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public Text read(Path file, ReadContext context) {
            return real.read(file, context);
        }

        @Override
        public void write(Text dataset, Path file, Provenance provenance) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT,
                    "cannot write " + file.getFileName() + " in " + file);
        }
    }
}
