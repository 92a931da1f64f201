package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Trees that are changed while they live, and what is remembered of them. */
class WorkspaceTest {

    private static final String ME = "test";

    @TempDir
    private Path folder;

    private World world;
    private NamedTree<Estimator> tree;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        world.install("plain 1.0.0", "deep 1.0.0");
        tree = open("chain");
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void firstGenerationIsWhatWasOpened() {
        Generation first = tree.current();
        assertEquals("generation 1", first.toString());
        assertEquals("open chain", first.what());
        assertEquals(ME, first.who());
        assertEquals(8, tree.tree().task().estimate(1));
        assertEquals(List.of("chain"), names());
        refused(
                "there is a tree 'chain' already; close it, or give another name",
                () -> open("chain"));
        refused(
                "there is no tree 'chian'; did you mean 'chain'?; open: chain",
                () -> world.workspace().tree("chian"));
        world.workspace().close("chain");
        assertEquals(List.of(), names());
        assertThrows(TaskException.class, () -> tree.lease("late"));
    }

    @Test
    void setIsANewGenerationWithItsDifference() {
        Change change = tree.set("first.times.factor=3", ME);
        assertEquals(2, change.generation().number());
        assertEquals("set first.times.factor=3", change.generation().what());
        assertEquals(
                "chain.first.times.factor: 2.0 -> 3.0",
                change.differences().get(0).toString());
        assertEquals(
                "set first.times.factor=3 (generation 2)",
                change.differences().get(0).rightOrigin());
        assertEquals(12, tree.tree().task().estimate(1));
        assertEquals(2, tree.generations().size());
    }

    @Test
    void listIsAddedTo() {
        Change change = tree.set("more+=times@[1,2)", ME);
        assertEquals("set more+=times@[1,2)", change.generation().what());
        assertEquals(16, tree.tree().task().estimate(1));
        assertEquals(List.of("1.0.0", "1.0.0", "1.0.0", "1.0.0"), World.versions(tree));
        tree.rollback("1", ME);
        assertEquals(8, tree.tree().task().estimate(1));
    }

    @Test
    void severalValuesAreOneChange() {
        assertThrows(
                TaskException.class,
                () -> tree.set(List.of("first.times.factor=3", "more[0].times.factor=0"), ME));
        assertEquals(1, tree.generations().size(), "all or none");
        Change change = tree.set(List.of("first.times.factor=3", "more[0].times.factor=5"), ME);
        assertEquals(
                "set first.times.factor=3 more[0].times.factor=5",
                change.generation().what());
        assertEquals(2, change.differences().size());
        assertEquals(
                "set more[0].times.factor=5 (generation 2)",
                change.differences().get(1).rightOrigin());
        assertEquals(30, tree.tree().task().estimate(1));
    }

    @Test
    void changeThatFailsChangesNothing() {
        assertThrows(TaskException.class, () -> tree.set("first.times.factr=1", ME));
        assertThrows(TaskException.class, () -> tree.retarget("first", "nothing", ME));
        assertThrows(TaskException.class, () -> tree.retarget("frist", "times", ME));
        TaskException e =
                assertThrows(TaskException.class, () -> tree.set("first.times.factor=0", ME));
        assertEquals(
                "chain.first (times@1.0.0): factor must not be 0 (factor = 0.0, set"
                        + " first.times.factor=0)",
                e.getMessage(),
                "and nothing of a generation 2");
        assertEquals(1, tree.generations().size());
        assertEquals(8, tree.tree().task().estimate(1));
        tree.set("first.times.factor=3", ME);
        assertEquals(12, tree.tree().task().estimate(1), "what failed left no layer");
    }

    @Test
    void newVersionIsTakenOnlyWhenAskedFor() throws Exception {
        world.install("plain 1.1.0");
        tree.set("first.times.factor=3", ME);
        assertEquals(
                List.of("1.0.0", "1.0.0", "1.0.0"), World.versions(tree), "a setting is no swap");
        Change change = tree.swap(List.of(), ME);
        assertEquals(List.of("1.1.0", "1.1.0", "1.1.0"), World.versions(tree));
        assertEquals(3, change.differences().size());
        assertEquals(3, change.generation().number());
        Change again = tree.swap(List.of(), ME);
        assertEquals(List.of(), again.differences());
        assertEquals(3, again.generation().number(), "nothing new, no new generation");
    }

    @Test
    void oneSlotMayBeSwapped() throws Exception {
        world.install("plain 1.1.0");
        tree.swap(List.of("first"), ME);
        assertEquals(
                List.of("1.1.0", "1.0.0", "1.0.0"),
                World.versions(tree),
                "two versions in one tree");
        tree.set("more[0].times.factor=5", ME);
        assertEquals(List.of("1.1.0", "1.0.0", "1.0.0"), World.versions(tree));
        assertEquals(20, tree.tree().task().estimate(1));
    }

    @Test
    void retargetTakesTheHighestInRangeInThatSlotOnly() throws Exception {
        world.install("plain 1.1.0", "plain 2.0.0");
        tree.retarget("first", "times@[1,2)", ME);
        assertEquals(List.of("1.1.0", "1.0.0", "1.0.0"), World.versions(tree));
        tree.swap(List.of(), ME);
        assertEquals(List.of("1.1.0", "2.0.0", "2.0.0"), World.versions(tree), "the range is kept");
        tree.set("first.use=times@1.0.0", ME);
        assertEquals(List.of("1.0.0", "2.0.0", "2.0.0"), World.versions(tree));
    }

    @Test
    void workInFlightKeepsItsGeneration() {
        Lease<Estimator> lease = tree.lease("run 1");
        tree.set("first.times.factor=3", ME);
        assertEquals(1, tree.generation(lease).number());
        assertEquals(8, lease.task().estimate(1));
        Lease<Estimator> next = tree.lease("run 2");
        assertEquals(2, tree.generation(next).number());
        lease.close();
        next.close();
    }

    @Test
    void rollbackBringsBackValuesAndVersions() throws Exception {
        world.install("plain 1.1.0");
        tree.name("1", "nightly");
        String effective = tree.current().plan().effective();
        tree.set("first.times.factor=3", ME);
        tree.swap(List.of(), ME);
        assertNotEquals(effective, tree.current().plan().effective());
        Change back = tree.rollback("nightly", ME);
        assertEquals("rollback to generation 1 (nightly)", back.generation().what());
        assertEquals(4, back.generation().number());
        assertEquals(effective, tree.current().plan().effective());
        assertEquals(List.of("1.0.0", "1.0.0", "1.0.0"), World.versions(tree));
        assertEquals(8, tree.tree().task().estimate(1));
        tree.rollback("3", ME);
        assertEquals(12, tree.tree().task().estimate(1));
        assertEquals(List.of("1.1.0", "1.1.0", "1.1.0"), World.versions(tree));
        assertEquals(5, tree.generations().size(), "all of it is remembered");
    }

    @Test
    void rollbackNamesWhatIsMissingAndWorksWhenItIsBack() throws Exception {
        world.install("plain 1.1.0");
        Plugin old = world.plugins().find("times@1.0.0");
        String effective = tree.current().plan().effective();
        tree.swap(List.of(), ME);
        assertTrue(world.plugins().uninstall(old, Duration.ofMinutes(1)).gone().isDone());
        TaskException e = assertThrows(TaskException.class, () -> tree.rollback("1", ME));
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        assertEquals(
                "cannot go back to generation 1: it has times@1.0.0 of test.plain@1.0.0, not"
                        + " installed now; `install` it first",
                e.getMessage());
        world.install("plain 1.0.0");
        tree.rollback("1", ME);
        assertEquals(effective, tree.current().plan().effective());
        assertEquals(8, tree.tree().task().estimate(1));
    }

    @Test
    void otherBytesUnderTheSameVersionAreNotTheSame() throws Exception {
        world.install("plain 1.1.0");
        Plugin old = world.plugins().find("times@1.0.0");
        tree.swap(List.of(), ME);
        world.plugins().uninstall(old, Duration.ofMinutes(1)).gone().get();
        world.plugins()
                .install(List.of(world.jar("plain", "1.0.0", "Bundle-Name", "Another build")));
        TaskException e = assertThrows(TaskException.class, () -> tree.rollback("1", ME));
        assertTrue(e.getMessage().contains("times@1.0.0 of test.plain@1.0.0, not installed"));
    }

    @Test
    void treeWhosePluginWasStoppedCanBeSwappedBack() throws Exception {
        Bundle plain = world.platform()
                .context()
                .getBundle(world.plugins().find("times").bundle());
        plain.stop();
        assertThrows(TaskException.class, () -> tree.lease("late"));
        plain.start();
        tree.swap(List.of(), ME);
        assertEquals(8, tree.tree().task().estimate(1));
    }

    @Test
    void slotIsExplained() throws Exception {
        world.install("plain 1.1.0", "plain 2.0.0");
        tree.retarget("first", "times@[1,2)", ME);
        tree.set("first.use=times@[1,1.1)", ME);
        world.plugins().uninstall(world.plugins().find("times@2.0.0"), Duration.ZERO);
        world.install("plain 1.0.5");
        SlotExplanation why = tree.explain("first");
        assertEquals("chain.first", why.path());
        assertEquals("filter", why.role());
        assertEquals(
                List.of("times", "times@[1,2)", "times@[1,1.1)"),
                why.selection().stream().map(each -> each.value().toString()).toList());
        assertEquals(
                List.of(
                        "times@1.1.0 outside the range: times@[1.0.0,1.1.0) is asked for",
                        "times@1.0.5 a higher version, installed since; `swap` takes it",
                        "times@1.0.0 asked for as times@[1.0.0,1.1.0)"),
                lines(why));
        tree.swap(List.of("first"), ME);
        assertEquals("times@1.0.0 a lower version", lines(tree.explain("first")).get(2));
        assertEquals(
                "times@1.0.0 asked for as times", lines(tree.explain("more[1]")).get(2));
        assertEquals(
                "times@1.1.0 the slot is empty", lines(tree.explain("last")).get(0));
        refused(
                "no slot 'frist'; did you mean 'first'?; slots: chain, chain.last,"
                        + " chain.first, chain.more[0], chain.more[1]",
                () -> tree.explain("frist"));
    }

    @Test
    void generationsAreFoundByNumberOrName() {
        tree.set("first.times.factor=3", ME);
        tree.name("2", "tripled");
        assertEquals(2, tree.generation("tripled").number());
        assertEquals(1, tree.generation("1").number());
        refused(
                "there is no generation '9'; there are 1 to 2, and tripled",
                () -> tree.generation("9"));
        refused("generation 2 (tripled) has that name", () -> tree.name("1", "tripled"));
        assertThrows(TaskException.class, () -> tree.name("1", "2"));
        assertEquals(
                "chain.first.times.factor: 2.0 -> 3.0",
                tree.generation("1")
                        .plan()
                        .diff(tree.generation("tripled").plan())
                        .get(0)
                        .toString());
    }

    private NamedTree<Estimator> open(String name) {
        return world.workspace().open(name, World.CHAIN, Estimator.class, BuildOptions.DEFAULT, ME);
    }

    private List<String> names() {
        return world.workspace().trees().stream().map(NamedTree::name).toList();
    }

    private static List<String> lines(SlotExplanation why) {
        return why.candidates().stream()
                .map(each -> each.algorithm() + " " + each.reason())
                .toList();
    }

    private static void refused(String message, Runnable work) {
        TaskException e = assertThrows(TaskException.class, work::run);
        assertEquals(message, e.getMessage());
    }
}
