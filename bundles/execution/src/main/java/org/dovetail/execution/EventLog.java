package org.dovetail.execution;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dovetail.assembly.Timings;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.SlotProvenance;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Writes what happens in a run to a file: one JSON object a line, complete at any moment.
 *
 * <p>Every line has {@code schema}, {@code time} (UTC), {@code event} and {@code run}. The events
 * are {@code run.start}, {@code quantum.start}, {@code quantum.end} and {@code run.end}. A file that
 * is there is added to. A line that cannot be written ends the log, not the run.
 *
 * @since 1.0
 */
public final class EventLog implements RunListener, AutoCloseable {

    /** Name and version of the form of the lines. */
    public static final String SCHEMA = "dovetail.events/1";

    private final Path file;
    private final BufferedWriter out;
    private final Supplier<Timings> timings;
    private Map<String, String> slots = Map.of();
    private String run = "";
    private Optional<String> problem = Optional.empty();

    /**
     * Opens a file.
     *
     * @param file the file
     * @param timings asked at the end of the run
     * @throws TaskException with {@code UNWRITABLE_OUTPUT} if it cannot be opened
     */
    public EventLog(Path file, Supplier<Timings> timings) {
        this.file = file;
        this.timings = timings;
        try {
            out = Files.newBufferedWriter(
                    file,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT,
                    "cannot write events to " + file + ": " + Staging.reason(e),
                    e);
        }
    }

    /** Returns why the log is not complete, if so. */
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void runStarted(Provenance what, List<Quantum> quanta) {
        run = what.run();
        Map<String, String> algorithms = new TreeMap<>();
        for (SlotProvenance slot : what.slots()) {
            algorithms.put(slot.path(), slot.algorithm());
        }
        slots = algorithms;
        Map<String, Object> line = new LinkedHashMap<>(Report.what(what));
        line.put("quanta", quanta.size());
        write("run.start", line);
    }

    @Override
    public void quantumStarted(Quantum quantum) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("quantum", quantum.name());
        line.put("index", quantum.index());
        Map<String, Object> files = new TreeMap<>();
        quantum.inputs()
                .forEach((dataset, paths) ->
                        files.put(dataset, paths.stream().map(Path::toString).toList()));
        line.put("files", files);
        write("quantum.start", line);
    }

    @Override
    public void quantumEnded(QuantumResult result) {
        Map<String, Object> line = new LinkedHashMap<>(Report.quantum(result));
        line.put("algorithms", slots);
        write("quantum.end", line);
    }

    @Override
    public void runEnded(RunResult result) {
        write("run.end", Report.end(result, timings.get()));
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            note(e);
        }
    }

    private void write(String event, Map<String, Object> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("schema", SCHEMA);
        line.put("time", Instant.now().toString());
        line.put("event", event);
        line.put("run", run);
        line.putAll(fields);
        try {
            if (problem.isEmpty()) {
                out.write(Json.of(line));
                out.newLine();
                out.flush();
            }
        } catch (IOException e) {
            note(e);
        }
    }

    private void note(IOException e) {
        if (problem.isEmpty()) {
            problem = Optional.of("events in " + file + " are not complete: " + Staging.reason(e));
        }
    }
}
