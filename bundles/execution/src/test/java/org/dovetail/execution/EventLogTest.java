package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dovetail.assembly.Timings;
import org.dovetail.data.ReadContext;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class EventLogTest {

    private static final Timings TIMINGS =
            new Timings(new TreeMap<>(Map.of("shout", new Timings.Timing(2, 3_000_000_000L))));

    @TempDir
    private Path folder;

    /** JSON is YAML. */
    private static Map<?, ?> parse(String json) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(json);
    }

    private RunResult run(RunListener listener) {
        RunPlan plan = new Planner(Fakes.formats())
                .plan(Fakes.request(
                        folder.resolve("out"),
                        Fakes.file(folder, "a.txt", "x"),
                        Fakes.file(folder, "b.txt", "BUG")));
        return new Runner(Fakes.formats(), ReadContext.NONE, listener, new Cancellation())
                .run(new Fakes.Shout(), Fakes.WHAT, plan, RunOptions.DEFAULT);
    }

    @Test
    void everyLineIsAnObjectThatStandsAlone() throws IOException {
        Path file = folder.resolve("events.jsonl");
        try (EventLog log = new EventLog(file, () -> TIMINGS)) {
            run(log);
        }
        List<Map<?, ?>> lines = new ArrayList<>();
        Files.readAllLines(file).forEach(line -> lines.add(parse(line)));
        assertEquals(
                List.of(
                        "run.start",
                        "quantum.start",
                        "quantum.end",
                        "quantum.start",
                        "quantum.end",
                        "run.end"),
                lines.stream().map(line -> line.get("event")).toList());
        for (Map<?, ?> line : lines) {
            assertEquals(EventLog.SCHEMA, line.get("schema"));
            assertEquals(Fakes.WHAT.run(), line.get("run"));
        }
        assertEquals("done", lines.get(2).get("outcome"));
        assertEquals(Map.of("shout", "shout@1.0.0"), lines.get(2).get("algorithms"));
        assertEquals("failed", lines.get(4).get("outcome"));
        assertEquals("INTERNAL", ((Map<?, ?>) lines.get(4).get("error")).get("kind"));
        assertEquals(10, lines.get(5).get("exit"));
        assertEquals(
                Map.of("shout", Map.of("calls", 2, "seconds", 3.0)),
                lines.get(5).get("timings"));
    }

    @Test
    void summaryIsOneObject() {
        Map<?, ?> summary = parse(Json.of(Report.summary(run(new RunListener() {}), TIMINGS)));
        assertEquals(Report.SCHEMA, summary.get("schema"));
        assertEquals(2, ((List<?>) summary.get("quanta")).size());
    }

    @Test
    void textsAreQuoted() {
        String awkward = "a \"b\" \\ \n\t\u0001 \u00e9";
        assertEquals(awkward, parse(Json.of(Map.of("k", awkward))).get("k"));
        assertEquals("{\"k\":null}", Json.of(Map.of("k", Double.NaN)));
    }

    @Test
    void fileThatCannotBeOpenedIsNamed() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> new EventLog(folder.resolve("no/such/folder"), () -> TIMINGS));
        assertTrue(e.getMessage().startsWith("cannot write events to "));
    }
}
