package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dovetail.data.Provenance;
import org.dovetail.execution.Cancellation;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Quantum;
import org.dovetail.execution.QuantumResult;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.execution.RunListener;
import org.dovetail.execution.RunResult;
import org.dovetail.runtime.LiveRun.Progress;
import org.dovetail.runtime.LiveRun.State;
import org.dovetail.runtime.runs.BackgroundRuns;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that go on in the background. */
@Timeout(60)
class RunsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final BackgroundRuns runs = new BackgroundRuns();
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void stop() {
        runs.close();
    }

    @Test
    void runGoesOnByItselfAndTellsHowFarItIs() throws Exception {
        Steps steps = new Steps(3);
        LiveRun run = runs.start(holder -> {
            assertEquals("run 1", holder);
            return steps;
        });
        assertEquals(State.RUNNING, run.state());
        steps.step();
        steps.step();
        assertEquals(new Progress(3, 2, 0), run.progress());
        assertFalse(run.await(Duration.ofMillis(1)));
        assertEquals(0, closed.get());
        steps.step();
        assertTrue(run.await(LONG));
        assertEquals(State.DONE, run.state());
        assertEquals("", run.reason());
        assertEquals(3, run.result().orElseThrow().count(Outcome.DONE));
        assertEquals(1, closed.get(), "its lease is given back");
        assertEquals(7, run.generation());
        assertEquals("steps", runs.run(1).name());
    }

    @Test
    void refusedRunIsNoRun() {
        assertThrows(
                IllegalStateException.class,
                () -> runs.start(holder -> {
                    throw new IllegalStateException("refused");
                }));
        assertEquals(List.of(), runs.all());
        TaskException e = assertThrows(TaskException.class, () -> runs.run(1));
        assertEquals("there is no run 1; `runs` lists them", e.getMessage());
    }

    @Test
    void drainedRunEndsWhatIsInFlight() throws Exception {
        Steps steps = new Steps(3);
        LiveRun run = runs.start(holder -> steps);
        steps.step();
        steps.awaitBegun(1);
        run.drain();
        assertEquals(State.DRAINING, run.state());
        assertEquals(Optional.empty(), run.exitCode());
        steps.step();
        assertTrue(run.await(LONG));
        assertEquals(State.DRAINED, run.state());
        assertEquals(new Progress(3, 2, 0), run.progress());
        assertEquals("drained on a signal; run the rest to go on", run.reason());
    }

    @Test
    void abandonedRunHasAStateAndAReasonOfItsOwn() throws Exception {
        Steps steps = new Steps(3);
        LiveRun run = runs.start(holder -> steps);
        Steps others = new Steps(1);
        LiveRun other = runs.start(holder -> others);
        steps.step();
        steps.awaitBegun(1);
        List<LiveRun> cut = runs.abandon(each -> each.number() == 1, "swap to generation 8");
        assertEquals(List.of(run), cut);
        assertTrue(run.await(LONG));
        assertEquals(State.CANCELLED, run.state());
        assertEquals("swap to generation 8", run.reason());
        assertEquals(ExitCode.CANCELLED, run.result().orElseThrow().exitCode());
        assertEquals(State.RUNNING, other.state());
        others.step();
        assertTrue(other.await(LONG));
        assertEquals(List.of(), runs.abandon(each -> true, "too late"));
        assertEquals(State.DONE, other.state());
    }

    /** Whether it was cut short is what its exit code says: it may have been over, or drained. */
    @ParameterizedTest
    @CsvSource({"CANCELLED,CANCELLED", "OK,DONE", "DRAINED,DRAINED", "SOME_FAILED,FAILED"})
    void stateOfAnAbandonedRunAgreesWithItsExitCode(ExitCode code, State state) throws Exception {
        CountDownLatch abandoned = new CountDownLatch(1);
        LiveRun run = runs.start(holder -> new Steps(0) {
            @Override
            public RunResult run(RunListener listener, Cancellation cancellation) {
                try {
                    abandoned.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new RunResult(Provenance.NONE, code, List.of(), 0);
            }
        });
        run.abandon("swap to generation 8");
        abandoned.countDown();
        assertTrue(run.await(LONG));
        assertEquals(state, run.state());
        assertEquals(Optional.of(code), run.exitCode());
        assertEquals(state == State.CANCELLED, run.reason().equals("swap to generation 8"));
    }

    @Test
    void bugEndsTheRunAndIsTold() throws Exception {
        Steps steps = new Steps(3) {
            @Override
            public RunResult run(RunListener listener, Cancellation cancellation) {
                throw new TaskException(ErrorCode.UNWRITABLE_OUTPUT, "no room in out");
            }
        };
        LiveRun run = runs.start(holder -> steps);
        assertTrue(run.await(LONG));
        assertEquals(State.FAILED, run.state());
        assertEquals("no room in out", run.reason());
        assertEquals(Optional.of(ExitCode.BAD_OUTPUT), run.exitCode());
        assertEquals(Optional.empty(), run.result());
        assertEquals(1, closed.get());
    }

    @Test
    void endOfTheRuntimeDrainsAll() throws Exception {
        Steps steps = new Steps(2);
        LiveRun run = runs.start(holder -> steps);
        steps.awaitBegun(0);
        assertFalse(runs.drain(Duration.ofMillis(1)));
        steps.step();
        runs.close();
        assertEquals(State.DRAINED, run.state());
    }

    /** Work whose quanta end one by one, when the test says so. */
    private class Steps implements Runs.Work {

        private final List<CountDownLatch> begun = new ArrayList<>();
        private final List<CountDownLatch> asked = new ArrayList<>();
        private final List<CountDownLatch> done = new ArrayList<>();
        private int next;

        Steps(int quanta) {
            for (int i = 0; i < quanta; i++) {
                begun.add(new CountDownLatch(1));
                asked.add(new CountDownLatch(1));
                done.add(new CountDownLatch(1));
            }
        }

        void awaitBegun(int quantum) throws InterruptedException {
            begun.get(quantum).await();
        }

        void step() throws InterruptedException {
            asked.get(next).countDown();
            done.get(next).await();
            next++;
        }

        @Override
        public String name() {
            return "steps";
        }

        @Override
        public int generation() {
            return 7;
        }

        @Override
        public RunResult run(RunListener listener, Cancellation cancellation) {
            Provenance what = Provenance.NONE;
            List<Quantum> quanta = IntStream.range(0, asked.size())
                    .mapToObj(i -> new Quantum(i, "q" + i, Map.of(), List.of()))
                    .toList();
            listener.runStarted(what, quanta);
            List<QuantumResult> results = new ArrayList<>();
            for (Quantum quantum : quanta) {
                Outcome outcome =
                        cancellation.requested() ? Outcome.NOT_RUN : outcome(quantum, cancellation);
                QuantumResult result = result(quantum, outcome);
                results.add(result);
                listener.quantumEnded(result);
                done.get(quantum.index()).countDown();
            }
            boolean cut = results.stream().anyMatch(r -> r.outcome() == Outcome.CANCELLED);
            boolean all = results.stream().allMatch(QuantumResult::good);
            ExitCode code = cut ? ExitCode.CANCELLED : all ? ExitCode.OK : ExitCode.DRAINED;
            return new RunResult(what, code, results, 0);
        }

        private Outcome outcome(Quantum quantum, Cancellation cancellation) {
            begun.get(quantum.index()).countDown();
            try {
                while (!asked.get(quantum.index()).await(2, TimeUnit.MILLISECONDS)) {
                    if (cancellation.abandoned().isPresent()) {
                        return Outcome.CANCELLED;
                    }
                }
                return Outcome.DONE;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static QuantumResult result(Quantum quantum, Outcome outcome) {
        return new QuantumResult(
                quantum, outcome, "", List.of(), List.of(), Map.of(), Optional.empty());
    }
}
