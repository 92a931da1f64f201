package org.dovetail.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.InputProvenance;
import org.dovetail.execution.InputReader.Inputs;
import org.dovetail.execution.QuantumResult.Failure;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.execution.QuantumResult.Written;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.slf4j.MDC;

/** Reads, runs and writes one quantum, and keeps whatever goes wrong from the others. */
final class QuantumRun {

    private static final double NANOS = 1e-9;

    private final Quantum quantum;
    private final Cancellation cancellation;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private Provenance provenance;
    private String key = "";

    QuantumRun(Quantum quantum, Provenance what, Cancellation cancellation) {
        this.quantum = quantum;
        this.cancellation = cancellation;
        provenance = what;
    }

    /** How a step of a quantum is carried out. */
    private interface Step<T> {
        T run();
    }

    /** Where the outputs of a quantum go. */
    interface Writer {
        List<Written> write(Quantum quantum, Record outputs, Provenance provenance);
    }

    <I extends Record, O extends Record> QuantumResult run(
            PipelineTask<I, O> task, Class<I> type, Supplier<Inputs> reader, Writer writer) {
        MDC.put("run", provenance.run());
        MDC.put("quantum", quantum.name());
        try {
            Inputs inputs = timed("read", reader::get);
            provenance = Provenances.with(provenance, inputs.origins());
            key = Provenances.key(provenance);
            O outputs = timed("run", () -> task.run(type.cast(inputs.record())));
            List<Written> written =
                    timed("write", () -> writer.write(quantum, outputs, provenance));
            return result(Outcome.DONE, written, Optional.empty());
        } catch (RuntimeException | Error e) { // the border between one quantum and the others
            Optional<String> abandoned = cancellation.abandoned();
            if (abandoned.isPresent()) { // whatever was thrown came of the interruption
                return result(
                        Outcome.CANCELLED, List.of(), Optional.of(cancelled(abandoned.get(), e)));
            }
            Failure failure = failure(e);
            return result(
                    failure.code() == ErrorCode.NO_WORK ? Outcome.NO_WORK : Outcome.FAILED,
                    List.of(),
                    Optional.of(failure));
        } finally {
            MDC.remove("run");
            MDC.remove("quantum");
        }
    }

    /** Tells a failure by who can do something about it. */
    static Failure failure(Throwable e) {
        if (e instanceof TaskException known) {
            return new Failure(known.code(), String.valueOf(known.getMessage()), known);
        }
        if (e instanceof OutOfMemoryError) {
            long limit = Runtime.getRuntime().maxMemory() >> 20;
            return new Failure(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "out of memory (the limit is " + limit + " MB): " + e.getMessage(),
                    e);
        }
        return new Failure(ErrorCode.INTERNAL_ERROR, "internal error: " + e, e);
    }

    private QuantumResult result(
            Outcome outcome, List<Written> written, Optional<Failure> failure) {
        List<InputProvenance> inputs = provenance.inputs();
        return new QuantumResult(quantum, outcome, key, inputs, written, seconds, failure);
    }

    private static Failure cancelled(String why, Throwable e) {
        return new Failure(ErrorCode.INTERRUPTED, "cancelled: " + why, e);
    }

    private <T> T timed(String step, Step<T> work) {
        if (cancellation.abandoned().isPresent()) {
            throw new CancellationException("before step " + step);
        }
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            seconds.put(step, (System.nanoTime() - start) * NANOS);
        }
    }
}
