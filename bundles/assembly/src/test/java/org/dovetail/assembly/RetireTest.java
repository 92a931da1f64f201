package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Clock;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** What becomes of a bundle that is to go, and who holds it up. */
class RetireTest {

    private static final TreeRequest CHAIN =
            new TreeRequest("estimation", Selector.parse("chain"), List.of());

    @TempDir
    private Path folder;

    private Platform platform;
    private TaskTrees trees;
    private Bundle old;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        platform.context().registerService(Clock.class, () -> 0, null);
        trees = platform.trees();
        old = platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void retiredBundleIsNotChosenAndGoesWithItsLastLease() throws Exception {
        try (TaskTree<Estimator> tree = build(plan())) {
            Lease<Estimator> lease = tree.lease("run 1");
            platform.plugin("plain", "1.1.0");
            CompletableFuture<Void> released = trees.retire(old.getBundleId());
            assertEquals("times@1.1.0", first(plan()), "the older one is not chosen any more");
            assertEquals(8, tree.task().estimate(1), "the tree goes on with it");
            tree.swap(plan());
            assertFalse(released.isDone(), "the lease holds it");
            assertEquals(8, lease.task().estimate(1));
            lease.close();
            assertTrue(released.isDone());
        }
    }

    @Test
    void highestVersionMayBeRetiredToo() throws Exception {
        Bundle newer = platform.plugin("plain", "1.1.0");
        assertTrue(trees.retire(newer.getBundleId()).isDone(), "nobody has it");
        assertEquals("times@1.0.0", first(plan()));
        trees.restore(newer.getBundleId());
        assertEquals("times@1.1.0", first(plan()));
    }

    @Test
    void whatIsRetiredIsNotBuiltFromAnOlderPlan() {
        TreePlan plan = plan();
        trees.retire(old.getBundleId());
        TaskException e = assertThrows(TaskException.class, () -> build(plan));
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        assertTrue(e.getMessage().endsWith("is being uninstalled"), e.getMessage());
        assertEquals(List.of(), trees.holdings(), "nothing is left of it");
        String why = trees.resolve(CHAIN).problems().get(0).message();
        assertEquals("times@1.0.0 cannot be used: it is being uninstalled", why);
    }

    @Test
    void restoredBundleStays() {
        try (TaskTree<Estimator> tree = build(plan())) {
            CompletableFuture<Void> released = trees.retire(old.getBundleId());
            trees.restore(old.getBundleId());
            assertTrue(released.isCompletedExceptionally());
            tree.swap(plan());
            assertEquals("times@1.0.0", first(tree.plan()));
        }
    }

    @Test
    void holdersAreToldByNameAndGeneration() {
        try (TaskTree<Estimator> tree = build(plan())) {
            Lease<Estimator> run = tree.lease("run 1");
            Lease<Estimator> call = tree.lease();
            tree.swap(plan()); // an equal plan, but a generation of its own
            Lease<Estimator> next = tree.lease("run 2");
            List<Holding> holdings = trees.holdings();
            assertEquals(2, holdings.size());
            assertEquals("run 1", holdings.get(0).holders().get(0).name());
            assertEquals(1, holdings.get(0).calls());
            assertFalse(holdings.get(0).current());
            assertTrue(holdings.get(0).uses(old.getBundleId()));
            assertEquals("run 2", holdings.get(1).holders().get(0).name());
            assertEquals(0, holdings.get(1).calls());
            assertTrue(holdings.get(1).current());
            List.of(run, call, next).forEach(Lease::close);
            assertEquals(1, trees.holdings().size());
            assertEquals(List.of(), trees.holdings().get(0).holders());
        }
        assertEquals(List.of(), trees.holdings());
    }

    @Test
    void closedTreeHoldsItsPluginsUntilItsLastLeaseHasEnded() {
        TaskTree<Estimator> tree = build(plan());
        Lease<Estimator> lease = tree.lease("run 1");
        tree.close();
        CompletableFuture<Void> released = trees.retire(old.getBundleId());
        assertFalse(released.isDone());
        assertEquals("run 1", trees.holdings().get(0).holders().get(0).name());
        assertEquals(8, lease.task().estimate(1));
        lease.close();
        assertTrue(released.isDone());
        assertEquals(List.of(), trees.holdings());
    }

    @Test
    void placesMayDifferInWhatTheyMayChoose() throws Exception {
        platform.plugin("plain", "1.1.0");
        Candidates keep = (path, candidate) ->
                path.equals("chain.first") && candidate.version().getMinor() > 0
                        ? Optional.of("the first one stays")
                        : Optional.empty();
        TreePlan plan = trees.resolve(CHAIN, keep).plan();
        assertEquals("times@1.0.0", first(plan));
        assertEquals(
                List.of("times@1.1.0", "times@1.1.0"),
                plan.root().in("more").stream()
                        .map(node -> node.algorithm().toString())
                        .toList());
    }

    private TreePlan plan() {
        return trees.resolve(CHAIN).plan();
    }

    private static String first(TreePlan plan) {
        return plan.root().in("first").get(0).algorithm().toString();
    }

    private TaskTree<Estimator> build(TreePlan plan) {
        return trees.build(plan, Estimator.class, BuildOptions.DEFAULT);
    }
}
