package org.dovetail.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.data.Provenance.InputProvenance;
import org.dovetail.task.ErrorCode;

/**
 * How one quantum ended.
 *
 * @param quantum the quantum
 * @param outcome how it ended
 * @param key what the result depends on: a hash of the tree, its settings and the inputs' content;
 *     empty where it never got so far
 * @param inputs what was read
 * @param written the files that are there now
 * @param seconds the time spent, by step: {@code read}, {@code run}, {@code write}
 * @param failure why it failed, or had nothing to do
 * @since 1.0
 */
public record QuantumResult(
        Quantum quantum,
        Outcome outcome,
        String key,
        List<InputProvenance> inputs,
        List<Written> written,
        Map<String, Double> seconds,
        Optional<Failure> failure) {

    /** Copies the collections. */
    public QuantumResult {
        inputs = List.copyOf(inputs);
        written = List.copyOf(written);
        seconds = Map.copyOf(seconds);
    }

    /** How a quantum ends. */
    public enum Outcome {
        /** Its outputs are there. */
        DONE,
        /** There was nothing to do; not a failure. */
        NO_WORK,
        /** It failed and left nothing. */
        FAILED,
        /** It was cut short and left nothing; the failure says why. */
        CANCELLED,
        /** The run stopped before it began. */
        NOT_RUN
    }

    /** Returns whether it ended well. */
    public boolean good() {
        return outcome == Outcome.DONE || outcome == Outcome.NO_WORK;
    }

    /**
     * A file that was written.
     *
     * @param dataset the dataset type
     * @param file the file
     * @param bytes its size
     * @param sha256 the SHA-256 of the file; empty if {@link RunOptions#digests} were not asked for
     * @param digest the digest of the dataset itself, the same whatever the file's format; empty
     *     for a type that has none, or if not asked for
     */
    public record Written(String dataset, Path file, long bytes, String sha256, String digest) {}

    /**
     * Why a quantum failed.
     *
     * @param code the kind of failure
     * @param message for a person
     * @param cause what was thrown
     */
    public record Failure(ErrorCode code, String message, Throwable cause) {}

    static QuantumResult notRun(Quantum quantum) {
        return new QuantumResult(
                quantum, Outcome.NOT_RUN, "", List.of(), List.of(), Map.of(), Optional.empty());
    }
}
