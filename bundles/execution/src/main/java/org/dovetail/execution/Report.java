package org.dovetail.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.assembly.Timings;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.InputProvenance;
import org.dovetail.data.Provenance.SlotProvenance;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.execution.QuantumResult.Written;

/**
 * Tells of a run in a form for programs: maps and lists for {@link Json}.
 *
 * <p>The form has a version, {@link #SCHEMA}: fields may be added to a version, not changed.
 *
 * @since 1.0
 */
public final class Report {

    /** Name and version of the form of {@link #summary}. */
    public static final String SCHEMA = "dovetail.summary/1";

    private static final double NANOS = 1e-9;

    private Report() {}

    /** Returns the summary of a run. */
    public static Map<String, Object> summary(RunResult result, Timings timings) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schema", SCHEMA);
        map.putAll(what(result.what()));
        map.put("quanta", result.quanta().stream().map(Report::quantum).toList());
        map.putAll(end(result, timings));
        return map;
    }

    /** Returns what ran. */
    static Map<String, Object> what(Provenance what) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", what.run());
        map.put("task", what.task());
        map.put("configuration", what.configurationHash());
        map.put("slots", what.slots().stream().map(Report::slot).toList());
        return map;
    }

    /** Returns how a run ended. */
    static Map<String, Object> end(RunResult result, Timings timings) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("exit", result.exitCode().code());
        map.put("meaning", result.exitCode().meaning());
        map.put("done", result.count(Outcome.DONE));
        map.put("noWork", result.count(Outcome.NO_WORK));
        map.put("failed", result.count(Outcome.FAILED));
        map.put("cancelled", result.count(Outcome.CANCELLED));
        map.put("notRun", result.count(Outcome.NOT_RUN));
        map.put("seconds", result.seconds());
        Map<String, Object> slots = new TreeMap<>();
        timings.slots()
                .forEach((path, timing) -> slots.put(
                        path,
                        new TreeMap<>(Map.of(
                                "calls",
                                timing.calls(),
                                "seconds",
                                timing.nanoseconds() * NANOS))));
        map.put("timings", slots);
        return map;
    }

    /** Returns how a quantum ended. */
    static Map<String, Object> quantum(QuantumResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("quantum", result.quantum().name());
        map.put("index", result.quantum().index());
        map.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        if (!result.key().isEmpty()) {
            map.put("key", result.key());
        }
        map.put("inputs", result.inputs().stream().map(Report::input).toList());
        map.put("outputs", result.written().stream().map(Report::written).toList());
        map.put("seconds", new TreeMap<>(result.seconds()));
        result.failure().ifPresent(failure -> {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", failure.code().name());
            error.put("kind", failure.code().kind().name());
            error.put("message", failure.message());
            map.put("error", error);
        });
        return map;
    }

    private static Map<String, Object> slot(SlotProvenance slot) {
        return inOrder(
                List.of("path", "algorithm", "bundle", "digest"),
                List.of(slot.path(), slot.algorithm(), slot.bundle(), slot.digest()));
    }

    private static Map<String, Object> input(InputProvenance input) {
        return inOrder(
                List.of("dataset", "name", "sha256"),
                List.of(input.dataset(), input.name(), input.digest()));
    }

    private static Map<String, Object> written(Written file) {
        return inOrder(
                List.of("dataset", "file", "bytes", "sha256", "digest"),
                List.of(
                        file.dataset(),
                        file.file().toString(),
                        file.bytes(),
                        file.sha256(),
                        file.digest()));
    }

    private static Map<String, Object> inOrder(List<String> names, List<Object> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }
}
