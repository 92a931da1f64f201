package org.dovetail.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.data.Provenance.InputProvenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Reads datasets; those that all quanta share, once. */
final class InputReader {

    private final Signature signature;
    private final Formats formats;
    private final ReadContext context;
    private final Map<Path, Loaded> shared = new HashMap<>();

    /** A dataset and where it came from. */
    private record Loaded(Object dataset, InputProvenance origin) {}

    /**
     * Datasets of one quantum.
     *
     * @param record the task's record of inputs
     * @param origins where they came from
     */
    record Inputs(Record record, List<InputProvenance> origins) {}

    InputReader(Signature signature, Formats formats, ReadContext context) {
        this.signature = signature;
        this.formats = formats;
        this.context = context;
    }

    /** Reads what all quanta share; to be called before the first {@link #read}. */
    void share(Map<String, List<Path>> files) {
        for (Port port : signature.inputs()) {
            if (!port.primary()) {
                for (Path file : files.getOrDefault(port.dataset(), List.of())) {
                    shared.put(file, load(port, file));
                }
            }
        }
    }

    Inputs read(Quantum quantum) {
        Map<String, List<Object>> datasets = new HashMap<>();
        List<InputProvenance> origins = new ArrayList<>();
        for (Port port : signature.inputs()) {
            List<Object> values = new ArrayList<>();
            for (Path file : quantum.inputs().getOrDefault(port.dataset(), List.of())) {
                Loaded known = port.primary() ? null : shared.get(file);
                Loaded loaded = known == null ? load(port, file) : known;
                values.add(loaded.dataset());
                origins.add(loaded.origin());
            }
            datasets.put(port.dataset(), List.copyOf(values));
        }
        return new Inputs(signature.input(datasets), origins);
    }

    private Loaded load(Port port, Path file) {
        StorageFormat<?> format = formats.reader(port.type(), file)
                .orElseThrow(() -> new TaskException(
                        ErrorCode.UNREADABLE_INPUT, file + ": nothing installed reads it"));
        try {
            String name = file.getFileName().toString();
            InputProvenance origin = new InputProvenance(port.dataset(), name, Sha256.of(file));
            return new Loaded(format.read(file, context), origin);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNREADABLE_INPUT, file + ": cannot be read: " + e.getMessage(), e);
        } catch (TaskException e) {
            throw named(file, e);
        }
    }

    private static TaskException named(Path file, TaskException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains(file.getFileName().toString())
                ? e
                : new TaskException(e.code(), file + ": " + message, e);
    }
}
