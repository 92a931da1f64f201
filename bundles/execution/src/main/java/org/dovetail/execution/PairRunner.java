package org.dovetail.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.InputReader.Inputs;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries out two plans of one task on the same data, each with its own tree, and hands what both
 * gave to whoever compares it.
 *
 * <p>Of each quantum the inputs are read once; then one side runs and the other after it. The sides
 * take turns to be first, so that neither has the warm caches and the compiled code for itself and
 * their times can be compared. Each side writes to its own folder; a side's outputs of a quantum
 * appear whole or not at all. A side that fails does not touch the other.
 *
 * @since 1.1
 */
public final class PairRunner {

    private final Formats formats;
    private final ReadContext context;
    private final Cancellation cancellation;

    /**
     * Creates a runner.
     *
     * @param formats the formats there are
     * @param context what is known beside the files
     * @param cancellation asked before each quantum
     */
    public PairRunner(Formats formats, ReadContext context, Cancellation cancellation) {
        this.formats = formats;
        this.context = context;
        this.cancellation = cancellation;
    }

    /**
     * One of the two.
     *
     * @param task the task, as its lease gives it
     * @param what what the task is
     * @param plan the plan; both sides have the same quanta but for the folder of outputs
     * @param listener hears what happens
     */
    public record Side(
            PipelineTask<?, ?> task, Provenance what, RunPlan plan, RunListener listener) {}

    /** Compares what both sides gave. Calls come one at a time, from any thread. */
    @ConsumerType
    public interface Comparer {

        /**
         * Compares the outputs of one quantum.
         *
         * @param quantum the quantum
         * @param first what the first side gave, by dataset type
         * @param second what the second side gave
         */
        void compare(Quantum quantum, Map<String, Object> first, Map<String, Object> second);
    }

    /**
     * Carries out both plans.
     *
     * @param first the first side
     * @param second the second side
     * @param options how to carry them out
     * @param comparer gets the outputs of quanta that both sides did
     * @return how each side went
     * @throws TaskException with {@code UNWRITABLE_OUTPUT} if a folder cannot
     *     take files; then nothing has begun
     */
    public Results run(Side first, Side second, RunOptions options, Comparer comparer) {
        List<Path> made = Staging.prepare(first.plan().request().folder());
        Work work;
        try {
            List<Path> more = Staging.prepare(second.plan().request().folder());
            work = new Work(
                    new Half(first, made, options),
                    new Half(second, more, options),
                    options,
                    comparer);
        } catch (TaskException e) {
            Staging.unmake(made);
            throw e;
        }
        work.run();
        return new Results(work.first.end(options), work.second.end(options));
    }

    /**
     * How both sides went.
     *
     * @param first how the first went
     * @param second how the second went
     */
    public record Results(RunResult first, RunResult second) {

        /** Returns how the process should end: as if all quanta had been one run. */
        public ExitCode exitCode(boolean strict) {
            for (ExitCode early : List.of(ExitCode.CANCELLED, ExitCode.DRAINED)) {
                if (first.exitCode() == early || second.exitCode() == early) {
                    return early;
                }
            }
            List<QuantumResult> all = Stream.of(first, second)
                    .flatMap(result -> result.quanta().stream())
                    .toList();
            return ExitCode.of(all, new Cancellation(), strict);
        }
    }

    /** One side while it runs. */
    private final class Half {

        private final Side side;
        private final OutputWriter writer;
        private final QuantumResult[] results;
        private final List<Path> made;

        Half(Side side, List<Path> made, RunOptions options) {
            this.side = side;
            this.made = made;
            RunRequest request = side.plan().request();
            writer = new OutputWriter(
                    request.signature(), formats, request.force(), options.digests());
            results = new QuantumResult[side.plan().quanta().size()];
            side.listener().runStarted(side.what(), side.plan().quanta());
        }

        /** Runs a quantum and returns what it gave; empty if it failed. */
        @SuppressWarnings("unchecked") // the signature was read from the task's own class
        <I extends Record, O extends Record> Map<String, Object> run(
                int index, Supplier<Inputs> inputs) {
            Quantum quantum = side.plan().quanta().get(index);
            Signature signature = side.plan().request().signature();
            Map<String, Object> outputs = new LinkedHashMap<>();
            tell(() -> side.listener().quantumStarted(quantum));
            QuantumResult result = new QuantumRun(quantum, side.what(), cancellation)
                    .run(
                            (PipelineTask<I, O>) side.task(),
                            (Class<I>) signature.recordType(),
                            inputs,
                            (which, record, provenance) -> {
                                outputs.putAll(signature.output(record));
                                return writer.write(which, record, provenance);
                            });
            results[index] = result;
            tell(() -> side.listener().quantumEnded(result));
            return result.outcome() == Outcome.DONE ? outputs : Map.of();
        }

        /** The other side's time is not this one's; with several workers, times add up. */
        private static double seconds(QuantumResult result) {
            return result.seconds().values().stream().mapToDouble(s -> s).sum();
        }

        RunResult end(RunOptions options) {
            List<QuantumResult> all = new ArrayList<>();
            for (Quantum quantum : side.plan().quanta()) {
                QuantumResult result = results[quantum.index()];
                all.add(result == null ? QuantumResult.notRun(quantum) : result);
            }
            Staging.unmake(made);
            RunResult result = new RunResult(
                    side.what(),
                    ExitCode.of(all, cancellation, options.strict()),
                    all,
                    all.stream().mapToDouble(Half::seconds).sum());
            side.listener().runEnded(result);
            return result;
        }
    }

    private synchronized void tell(Runnable event) {
        event.run();
    }

    /** Both sides while they run. */
    private final class Work {

        private final Half first;
        private final Half second;
        private final RunOptions options;
        private final Comparer comparer;
        private final InputReader reader;
        private final AtomicInteger next = new AtomicInteger();
        private final Cancellation failed = new Cancellation();
        private volatile @Nullable RuntimeException bug;

        Work(Half first, Half second, RunOptions options, Comparer comparer) {
            this.first = first;
            this.second = second;
            this.options = options;
            this.comparer = comparer;
            reader = new InputReader(first.side.plan().request().signature(), formats, context);
        }

        void run() {
            Optional<Throwable> refused = share();
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(options.jobs(), first.results.length); i++) {
                workers.add(new Thread(() -> claim(refused), "worker-" + (i + 1)));
            }
            workers.forEach(Thread::start);
            Workers.join(workers, cancellation);
            if (bug != null) {
                throw bug;
            }
        }

        /** Reads what all quanta share; if that fails, every quantum fails so. */
        private Optional<Throwable> share() {
            try {
                reader.share(first.side.plan().request().files());
                return Optional.empty();
            } catch (RuntimeException | OutOfMemoryError e) { // becomes each quantum's result
                return Optional.of(e);
            }
        }

        private void claim(Optional<Throwable> refused) {
            while (!cancellation.requested() && !failed.requested()) {
                int index = next.getAndIncrement();
                if (index >= first.results.length) {
                    return;
                }
                pair(index, once(() -> read(index, refused)));
            }
        }

        private Inputs read(int index, Optional<Throwable> refused) {
            if (refused.isEmpty()) {
                return reader.read(first.side.plan().quanta().get(index));
            } else if (refused.get() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) refused.get();
        }

        private void pair(int index, Supplier<Inputs> inputs) {
            boolean turn = index % 2 == 0;
            Map<String, Object> before = (turn ? first : second).run(index, inputs);
            Map<String, Object> after = (turn ? second : first).run(index, inputs);
            if (!before.isEmpty() && !after.isEmpty()) {
                compare(index, turn ? before : after, turn ? after : before);
            }
            boolean good = first.results[index].good() && second.results[index].good();
            if (options.failFast() && !good) {
                failed.request();
            }
        }

        private void compare(int index, Map<String, Object> one, Map<String, Object> other) {
            try {
                Quantum quantum = first.side.plan().quanta().get(index);
                tell(() -> comparer.compare(quantum, one, other));
            } catch (RuntimeException e) { // of the comparer, not of a quantum
                bug = e;
                failed.request();
            }
        }
    }

    /** Reads when first asked, and gives the same again; of one thread. */
    private static Supplier<Inputs> once(Supplier<Inputs> reader) {
        List<Inputs> known = new ArrayList<>(1);
        return () -> {
            if (known.isEmpty()) {
                known.add(reader.get());
            }
            return known.get(0);
        };
    }
}
