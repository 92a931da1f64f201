package org.dovetail.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Provenance;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.Quantum.OutputFile;
import org.dovetail.execution.QuantumResult.Written;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Writes the outputs of a quantum: all or none. */
final class OutputWriter {

    private final Signature signature;
    private final Formats formats;
    private final boolean replace;
    private final boolean digests;

    OutputWriter(Signature signature, Formats formats, boolean replace, boolean digests) {
        this.signature = signature;
        this.formats = formats;
        this.replace = replace;
        this.digests = digests;
    }

    List<Written> write(Quantum quantum, Record outputs, Provenance provenance) {
        Map<String, Object> datasets = signature.output(outputs);
        Map<String, String> values = new HashMap<>(); // a value may go to several files
        if (digests) {
            datasets.forEach((dataset, value) -> values.put(dataset, digest(value)));
        }
        List<Written> written = new ArrayList<>();
        try (Staging staging = new Staging(replace)) {
            for (OutputFile output : quantum.outputs()) {
                Object dataset = datasets.get(output.dataset());
                if (dataset != null) {
                    Path temporary = staging.stage(output.file());
                    write(dataset, output, temporary, provenance, staging);
                    String digest = values.getOrDefault(output.dataset(), "");
                    written.add(describe(output, temporary, digest));
                }
            }
            staging.publish();
        }
        return written;
    }

    private void write(
            Object dataset, OutputFile output, Path file, Provenance provenance, Staging staging) {
        try {
            write(type(output), dataset, output, file, provenance);
            staging.complete(file);
        } catch (TaskException e) {
            throw new TaskException(e.code(), staging.clean(String.valueOf(e.getMessage())), e);
        } catch (UncheckedIOException e) {
            throw unwritable(output, e.getCause());
        }
    }

    private <T> void write(
            Class<T> type, Object dataset, OutputFile output, Path file, Provenance provenance) {
        StorageFormat<T> format = formats.writer(type, output.ending())
                .orElseThrow(() -> new TaskException(
                        ErrorCode.UNWRITABLE_OUTPUT,
                        "nothing installed writes " + output.file() + " any more"));
        format.write(type.cast(dataset), file, provenance);
    }

    private Class<?> type(OutputFile output) {
        return signature.outputs().stream()
                .filter(port -> port.dataset().equals(output.dataset()))
                .findFirst()
                .orElseThrow()
                .type();
    }

    private Written describe(OutputFile output, Path file, String digest) {
        try {
            String sha256 = digests ? Sha256.of(file) : "";
            return new Written(output.dataset(), output.file(), Files.size(file), sha256, digest);
        } catch (IOException e) {
            throw unwritable(output, e);
        }
    }

    private static String digest(Object value) {
        try {
            return ContentDigest.of(value);
        } catch (IllegalArgumentException e) { // a type of another domain, without a digest
            return "";
        }
    }

    private static TaskException unwritable(OutputFile output, IOException e) {
        return new TaskException(
                ErrorCode.UNWRITABLE_OUTPUT, output.file() + ": " + e.getMessage(), e);
    }
}
