package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.assembly.world.careful.Clamp;
import org.dovetail.assembly.world.careful.Gate;
import org.dovetail.task.Configs;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of settings against each other and against slots: owned by the algorithms, told at once. */
class ChecksInTreesTest {

    private static final Layer FILE = Layer.text(Layer.Kind.FILE, "a.yaml", """
            gate:
              width: 0.5
              more:
                - clamp
                - { use: clamp, clamp: { low: 5, percent: 101 } }
            """);

    @TempDir
    private Path folder;

    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        platform.plugin("careful", "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void everyMistakeOfEveryAlgorithmIsToldAtOnceWithPlaces() {
        assertEquals(
                List.of(
                        "a.yaml:5:35: gate.more[1].clamp: low must be < high, were 5.0 and 1.0"
                                + " (high = 1.0, default of clamp@1.0.0; low = 5.0, a.yaml:5:35)",
                        "a.yaml:5:47: gate.more[1].clamp: percent must be at most 100, was 101.0"
                                + " (percent = 101.0, a.yaml:5:47)",
                        "a.yaml:2:10: gate: width must be > threshold, was 0.5 (threshold = 1.0,"
                                + " default of gate@1.0.0; width = 0.5, a.yaml:2:10)"),
                check(FILE));
    }

    @Test
    void checkOfASlotNamesWhatFillsIt() {
        assertEquals(
                List.of("-c first.clamp.high=0.5: gate: first must let the threshold pass, but"
                                + " makes 0.5 of it (threshold = 1.0, default of gate@1.0.0; first"
                                + " = clamp@1.0.0, default of gate@1.0.0)")
                        .stream()
                        .map(text -> text.replace("-c first.clamp.high=0.5", "task gate"))
                        .toList(),
                check(Layer.set("first.clamp.high=0.5")));
    }

    @Test
    void buildIsRefusedWithTheSameMistakes() {
        TaskException e = assertThrows(
                TaskException.class,
                () -> platform.trees().build(plan(FILE), Estimator.class, BuildOptions.DEFAULT));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertEquals("""
                gate.more[1] (clamp@1.0.0): low must be < high, were 5.0 and 1.0 (high = 1.0,\
                 default of clamp@1.0.0; low = 5.0, a.yaml:5:35)
                gate.more[1] (clamp@1.0.0): percent must be at most 100, was 101.0 (percent =\
                 101.0, a.yaml:5:47)
                gate (gate@1.0.0): width must be > threshold, was 0.5 (threshold = 1.0, default\
                 of gate@1.0.0; width = 0.5, a.yaml:2:10)""", e.getMessage());
    }

    @Test
    void rightConfigurationHasNothingToTell() {
        assertEquals(List.of(), check());
    }

    @Test
    void failedSwapOfALiveTreeTellsAllAndChangesNothing() {
        try (TaskTree<Estimator> tree =
                platform.trees().build(plan(), Estimator.class, BuildOptions.DEFAULT)) {
            TaskException e = assertThrows(TaskException.class, () -> tree.swap(plan(FILE)));
            assertEquals(3, e.getMessage().lines().count(), e.getMessage());
            assertEquals(0, tree.task().estimate(1));
        }
    }

    @Test
    void plainJavaFindsTheSame() {
        TaskException clamp = assertThrows(
                TaskException.class,
                () -> new Clamp(Configs.of(Clamp.Config.class, "low", 5, "percent", 101)));
        assertEquals(
                "low must be < high, were 5.0 and 1.0; percent must be at most 100, was 101.0",
                clamp.getMessage());
        TaskException gate = assertThrows(
                TaskException.class,
                () -> new Gate(
                        Configs.of(Gate.Config.class, "width", 0.5),
                        new Clamp(Configs.of(Clamp.Config.class, "high", 0.5)),
                        List.of()));
        assertEquals(
                "width must be > threshold, was 0.5; first must let the threshold pass, but makes"
                        + " 0.5 of it",
                gate.getMessage());
    }

    private List<String> check(Layer... layers) {
        return platform.trees().check(plan(layers)).stream()
                .map(Problem::toString)
                .toList();
    }

    private TreePlan plan(Layer... layers) {
        TreeRequest request =
                new TreeRequest("estimation", Selector.parse("gate"), List.of(layers));
        return platform.trees().resolve(request).plan();
    }
}
