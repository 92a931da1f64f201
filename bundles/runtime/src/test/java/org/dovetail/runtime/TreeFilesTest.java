package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live tree and the files that it was opened with. */
class TreeFilesTest {

    private static final String ME = "test";

    @TempDir
    private Path folder;

    private Path file;

    private World world;
    private NamedTree<Estimator> tree;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        world.install("plain 1.0.0", "deep 1.0.0");
        file = Files.writeString(
                folder.resolve("chain.yaml"), "chain: { first: { times: { factor: 3 } } }\n");
        tree = world.workspace()
                .open(
                        "chain",
                        World.CHAIN.with(Layer.file(Layer.Kind.FILE, file)),
                        Estimator.class,
                        BuildOptions.DEFAULT,
                        ME);
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void editedFileDoesNotComeInWithAnotherChange() throws IOException {
        Files.writeString(file, "chain: { first: { times: { factor: 4 } } }\n");
        tree.set("more[0].times.factor=1", ME);
        assertEquals(6, tree.tree().task().estimate(1));
        assertEquals(
                file + ":1:36",
                tree.current()
                        .plan()
                        .root()
                        .in("first")
                        .get(0)
                        .settings()
                        .get("factor")
                        .origin()
                        .toString());
    }

    @Test
    void filesAreReadAgainWhenAsked() throws IOException {
        Files.writeString(file, "chain: { first: { times: { factor: 4, delay: 1 } } }\n");
        tree.set("more[0].times.factor=5", ME);
        assertEquals(30, tree.tree().task().estimate(1), "a change of something else");
        tree.set("first.times.delay=2", ME);
        Change change = tree.reload(ME);
        assertEquals("reload", change.generation().what());
        assertEquals(
                List.of("chain.first.times.factor: 3.0 -> 4.0"),
                change.differences().stream().map(Difference::toString).toList(),
                "what was set stays on top");
        assertEquals(40, tree.tree().task().estimate(1));
        assertEquals(List.of(), tree.reload(ME).differences());
        tree.rollback("1", ME);
        assertEquals(12, tree.tree().task().estimate(1), "the file as it was");
        Files.delete(file);
        TaskException gone = assertThrows(TaskException.class, () -> tree.reload(ME));
        assertTrue(gone.getMessage().contains("chain.yaml"), gone.getMessage());
        assertEquals(12, tree.tree().task().estimate(1));
    }
}
