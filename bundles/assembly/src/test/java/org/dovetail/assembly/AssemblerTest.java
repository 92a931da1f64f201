package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Clock;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.assembly.world.Record;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Building in a real framework, with bundles as a build makes them. */
class AssemblerTest {

    @TempDir
    private Path folder;

    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        platform.context().registerService(Clock.class, () -> 1000, null);
        Record.EVENTS.clear();
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void listingDescribingAndPlanningLoadNoPluginClass() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        platform.trees().catalogue().algorithms().forEach(AlgorithmDescription::details);
        plan("copy");
        plan("chain");
        assertEquals(
                List.of(),
                platform.loaded.stream()
                        .filter(name -> name.contains(".world."))
                        .toList());
        build(plan("chain")).close();
        assertTrue(platform.loaded.contains("org.dovetail.assembly.world.deep.Chain"));
    }

    @Test
    void versionsLiveSideBySide() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("plain", "2.1.0");
        platform.plugin("deep", "1.0.0");
        assertEquals(
                List.of("chain@1.0.0", "times@2.1.0", "times@1.0.0", "copy@1.0.0"), algorithms());
        TreePlan plan = plan("chain", Layer.use("first=times@[1,2)"));
        assertEquals("times@1.0.0", plan.root().in("first").get(0).algorithm().toString());
        assertEquals("times@2.1.0", plan.root().in("more").get(0).algorithm().toString());
        try (TaskTree<Estimator> tree = build(plan)) {
            assertEquals(1008, tree.task().estimate(1));
        }
    }

    @Test
    void treeIsBuiltWithAllKindsOfParameters() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        TreePlan plan = plan(
                "chain",
                Layer.use("last=times"),
                Layer.set("last.times.factor=0.5"),
                Layer.set("more[1].times.factor=3"));
        try (TaskTree<Estimator> tree = build(plan)) {
            assertEquals(1 * 2 * 2 * 3 * 0.5 + 1000, tree.task().estimate(1));
            assertEquals(1, tree.timings().slots().get("chain").calls());
            assertEquals(1, tree.timings().slots().get("chain.more[1]").calls());
            assertTrue(tree.timings().slots().get("chain").nanoseconds() > 0);
        }
        assertEquals(8, Record.EVENTS.size(), Record.EVENTS::toString);
    }

    @Test
    void pipelineTaskRuns() throws Exception {
        platform.plugin("deep", "1.0.0");
        @SuppressWarnings("rawtypes")
        TaskTree<PipelineTask> tree = platform.trees()
                .build(
                        platform.trees().resolve(TreeRequest.of("copy")).plan(),
                        PipelineTask.class,
                        BuildOptions.STRICT);
        try (tree;
                var lease = tree.lease()) {
            assertEquals(
                    "org.dovetail.assembly.world.deep.Copy",
                    lease.algorithmClass().getName());
        }
    }

    @Test
    void missingPlatformServiceIsNamed() throws Exception {
        platform.stop();
        platform = new Platform(folder.resolve("other"));
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        TaskException e = assertThrows(TaskException.class, () -> build(plan("chain")));
        assertEquals(
                "chain (chain@1.0.0): needs a service org.dovetail.assembly.world.Clock, and nothing"
                        + " installed offers one; add a plugin that does, or run another"
                        + " (`dovetail list estimation`)",
                e.getMessage());
        assertEquals(ErrorCode.Kind.SELECTION, e.code().kind());
        assertTrue(Record.EVENTS.contains("close 2.0"), "what was built before is closed");
    }

    @Test
    void constructorFailureNamesPlaceAlgorithmAndOrigin() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        Layer file = Layer.text(
                Layer.Kind.FILE,
                "my.yaml",
                "chain:\n  first: { times: { factor: 0, delay: 1 } }\n");
        TaskException e = assertThrows(TaskException.class, () -> build(plan("chain", file)));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertEquals(
                "chain.first (times@1.0.0): factor must not be 0 (factor = 0.0, my.yaml:2:29)",
                e.getMessage());
        e = assertThrows(
                TaskException.class,
                () -> build(plan("chain", Layer.set("first.times.factor=-1"))));
        assertEquals(ErrorCode.ALGORITHM_FAILED, e.code());
    }

    @Test
    void whatAnAlgorithmThrowsPassesUnchanged() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        try (TaskTree<Estimator> tree = build(plan("chain", Layer.set("first.times.mode=fail")))) {
            assertEquals(
                    "as asked",
                    assertThrows(
                                    UnsupportedOperationException.class,
                                    () -> tree.task().estimate(1))
                            .getMessage());
        }
    }

    @Test
    void logsKnowThePath() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        Layer log = Layer.set("more.times.mode=log");
        try (TaskTree<Estimator> tree = build(plan("chain", log))) {
            tree.task().estimate(1);
        }
        assertTrue(Record.EVENTS.contains("path chain.more[0]"), Record.EVENTS::toString);
        assertTrue(Record.EVENTS.contains("path chain.more[1]"), Record.EVENTS::toString);
    }

    @Test
    void flightRecorderSeesEveryCall() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        Path file = folder.resolve("calls.jfr");
        try (TaskTree<Estimator> tree = build(plan("chain"));
                Recording recording = new Recording()) {
            tree.task().estimate(1); // before a recording begins: not in it, and no harm to it
            recording.enable("org.dovetail.Call");
            recording.start();
            tree.task().estimate(1);
            recording.stop();
            recording.dump(file);
        }
        assertEquals(
                List.of("chain", "chain.first", "chain.more[0]", "chain.more[1]"),
                RecordingFile.readAllEvents(file).stream()
                        .map(event -> event.getString("path"))
                        .sorted()
                        .toList());
    }

    @Test
    void strictTreeChecksTheContract() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        TreePlan plan = plan("chain");
        try (TaskTree<Estimator> tree =
                platform.trees().build(plan, Estimator.class, BuildOptions.STRICT)) {
            TaskException e =
                    assertThrows(TaskException.class, () -> tree.task().estimate(Double.NaN));
            assertEquals(
                    "the caller of chain (chain 1.0.0) broke the contract: value must be finite,"
                            + " was NaN",
                    e.getMessage());
        }
    }

    @Test
    void planOfAPluginThatIsGoneIsNotBuilt() throws Exception {
        platform.plugin("plain", "1.0.0");
        Bundle deep = platform.plugin("deep", "1.0.0");
        TreePlan plan = plan("chain");
        deep.uninstall();
        TaskException e = assertThrows(TaskException.class, () -> build(plan));
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        assertEquals(
                "chain (chain@1.0.0): is no longer installed (bundle test.deep@1.0.0)",
                e.getMessage());
    }

    private static TreeRequest request(String task, Layer... layers) {
        TreeRequest request = new TreeRequest(
                task.equals("copy") ? "pipeline-task" : "estimation",
                Selector.parse(task),
                List.of(layers));
        return request;
    }

    private TreePlan plan(String task, Layer... layers) {
        return platform.trees().resolve(request(task, layers)).plan();
    }

    private TaskTree<Estimator> build(TreePlan plan) {
        return platform.trees().build(plan, Estimator.class, BuildOptions.DEFAULT);
    }

    private List<String> algorithms() {
        return platform.trees().catalogue().algorithms().stream()
                .map(AlgorithmDescription::toString)
                .toList();
    }
}
