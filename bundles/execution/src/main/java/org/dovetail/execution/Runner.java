package org.dovetail.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.QuantumResult.Failure;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.pipeline.PipelineTask;

/**
 * Carries out a plan on some threads.
 *
 * <p>Each worker claims the next quantum when it has ended one, so the outputs are the same for any
 * number of workers. A quantum that fails leaves no file and does not touch the others. The caller
 * holds a lease on the task for the whole run, so that no run mixes versions.
 *
 * @since 1.0
 */
public final class Runner {

    private static final double NANOS = 1e-9;

    private final Formats formats;
    private final ReadContext context;
    private final RunListener listener;
    private final Cancellation cancellation;

    /**
     * Creates a runner.
     *
     * @param formats the formats there are
     * @param context what is known beside the files
     * @param listener hears what happens
     * @param cancellation asked before each quantum
     */
    public Runner(
            Formats formats, ReadContext context, RunListener listener, Cancellation cancellation) {
        this.formats = formats;
        this.context = context;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * Carries out a plan.
     *
     * @param task the task, as its lease gives it
     * @param what what the task is
     * @param plan the plan
     * @param options how to carry it out
     * @return how each quantum ended; failures are results, not exceptions
     * @throws org.dovetail.task.TaskException with {@code UNWRITABLE_OUTPUT} if the folder cannot
     *     take files; then nothing has begun
     */
    public RunResult run(
            PipelineTask<?, ?> task, Provenance what, RunPlan plan, RunOptions options) {
        long start = System.nanoTime();
        List<Path> made = Staging.prepare(plan.request().folder());
        listener.runStarted(what, plan.quanta());
        Work work = new Work(task, what, plan, options);
        List<QuantumResult> results = work.run();
        Staging.unmake(made);
        RunResult result = new RunResult(
                what,
                ExitCode.of(results, cancellation, options.strict()),
                results,
                (System.nanoTime() - start) * NANOS);
        listener.runEnded(result);
        return result;
    }

    /** One run: what its workers share. */
    private final class Work {

        private final PipelineTask<?, ?> task;
        private final Provenance what;
        private final RunPlan plan;
        private final RunOptions options;
        private final InputReader reader;
        private final OutputWriter writer;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<QuantumResult> results;
        private final Cancellation failed = new Cancellation();

        Work(PipelineTask<?, ?> task, Provenance what, RunPlan plan, RunOptions options) {
            this.task = task;
            this.what = what;
            this.plan = plan;
            this.options = options;
            RunRequest request = plan.request();
            reader = new InputReader(request.signature(), formats, context);
            writer = new OutputWriter(
                    request.signature(), formats, request.force(), options.digests());
            results = new AtomicReferenceArray<>(plan.quanta().size());
        }

        List<QuantumResult> run() {
            Optional<Failure> failure = share();
            if (failure.isPresent()) {
                plan.quanta().forEach(quantum -> end(failedBefore(quantum, failure.get())));
            } else {
                int count = Math.min(options.jobs(), plan.quanta().size());
                List<Thread> workers = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    workers.add(new Thread(this::claim, "worker-" + (i + 1)));
                }
                workers.forEach(Thread::start);
                Workers.join(workers, cancellation);
            }
            List<QuantumResult> all = new ArrayList<>();
            for (Quantum quantum : plan.quanta()) {
                QuantumResult result = results.get(quantum.index());
                if (result == null) {
                    result = QuantumResult.notRun(quantum);
                    listener.quantumEnded(result);
                }
                all.add(result);
            }
            return all;
        }

        private Optional<Failure> share() {
            try {
                reader.share(plan.request().files());
                return Optional.empty();
            } catch (RuntimeException | OutOfMemoryError e) { // becomes each quantum's result
                return Optional.of(QuantumRun.failure(e));
            }
        }

        private void claim() {
            while (!cancellation.requested() && !failed.requested()) {
                int index = next.getAndIncrement();
                if (index >= plan.quanta().size()) {
                    return;
                }
                Quantum quantum = plan.quanta().get(index);
                synchronized (this) {
                    listener.quantumStarted(quantum);
                }
                end(typed(quantum, task));
            }
        }

        @SuppressWarnings("unchecked") // the signature was read from the task's own class
        private <I extends Record, O extends Record> QuantumResult typed(
                Quantum quantum, PipelineTask<I, O> typed) {
            Class<I> type = (Class<I>) plan.request().signature().recordType();
            return new QuantumRun(quantum, what, cancellation)
                    .run(typed, type, () -> reader.read(quantum), writer::write);
        }

        private synchronized void end(QuantumResult result) {
            results.set(result.quantum().index(), result);
            if (options.failFast() && !result.good()) {
                failed.request();
            }
            listener.quantumEnded(result);
        }
    }

    private static QuantumResult failedBefore(Quantum quantum, Failure failure) {
        return new QuantumResult(
                quantum, Outcome.FAILED, "", List.of(), List.of(), Map.of(), Optional.of(failure));
    }
}
