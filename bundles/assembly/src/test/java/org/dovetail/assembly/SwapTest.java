package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Clock;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.assembly.world.Filter;
import org.dovetail.assembly.world.Record;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** Swapping, sharing, leases and stopping, in a real framework. */
class SwapTest {

    @TempDir
    private Path folder;

    private Platform platform;
    private Bundle plain;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        platform.context().registerService(Clock.class, () -> 0, null);
        plain = platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        Record.EVENTS.clear();
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void swapBuildsOnlyWhatChanged() {
        try (TaskTree<Estimator> tree = build(plan())) {
            assertEquals(List.of("open 2.0", "open 2.0", "open 2.0"), Record.EVENTS);
            tree.swap(plan("more[1].times.factor=3"));
            assertEquals(12, tree.task().estimate(1));
            assertEquals(List.of("open 3.0", "close 2.0"), Record.EVENTS.subList(3, 5));
            tree.swap(plan("more[1].times.factor=3"));
            assertEquals(5, Record.EVENTS.size(), "an equal plan builds nothing");
            assertEquals(1, tree.timings().slots().get("chain").calls());
        }
        assertEquals(8, Record.EVENTS.size(), Record.EVENTS::toString);
    }

    @Test
    void failedSwapChangesNothing() {
        try (TaskTree<Estimator> tree = build(plan())) {
            Record.EVENTS.clear();
            assertThrows(
                    TaskException.class,
                    () -> tree.swap(plan("first.times.factor=5", "more[1].times.factor=0")));
            assertEquals(8, tree.task().estimate(1));
            assertEquals(List.of("open 5.0", "close 5.0"), Record.EVENTS);
        }
    }

    @Test
    void leaseKeepsWhatItBeganWith() {
        try (TaskTree<Estimator> tree = build(plan())) {
            Lease<Estimator> lease = tree.lease();
            tree.swap(plan("first.times.factor=5"));
            assertEquals(8, lease.task().estimate(1));
            assertEquals(20, tree.task().estimate(1));
            assertFalse(Record.EVENTS.contains("close 2.0"));
            lease.close();
            assertTrue(Record.EVENTS.contains("close 2.0"));
            lease.close(); // does nothing
            assertEquals(20, tree.task().estimate(1));
        }
    }

    @Test
    void callsUnderSwapsNeverFailAndNeverMix() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong calls = new AtomicLong();
        try (TaskTree<Estimator> tree = build(plan())) {
            Runnable work = () -> {
                while (!done.get()) {
                    double result = tree.task().estimate(1);
                    long cube = Math.round(Math.cbrt(result));
                    assertEquals(cube * cube * cube, result, "one version for the whole call");
                    calls.incrementAndGet();
                }
            };
            CompletableFuture<Void> one = CompletableFuture.runAsync(work);
            CompletableFuture<Void> two = CompletableFuture.runAsync(work);
            for (int i = 0; i < 200; i++) {
                String factor = Integer.toString(2 + i % 7);
                tree.swap(plan("first.times.factor=" + factor, "more.times.factor=" + factor));
            }
            while (calls.get() == 0 && !one.isDone() && !two.isDone()) {
                Thread.sleep(1); // neither thread has had its turn yet
            }
            done.set(true);
            CompletableFuture.allOf(one, two).get();
        }
        assertTrue(calls.get() > 0);
        assertEquals(
                Record.EVENTS.stream().filter(e -> e.startsWith("open")).count(),
                Record.EVENTS.stream().filter(e -> e.startsWith("close")).count());
    }

    @Test
    void newVersionReplacesTheOldOneWhileItIsInUse() throws Exception {
        try (TaskTree<Estimator> tree = build(plan())) {
            platform.plugin("plain", "2.0.0");
            assertEquals(
                    "times@1.0.0",
                    tree.plan().root().in("first").get(0).algorithm().toString());
            tree.swap(plan());
            assertEquals(
                    "times@2.0.0",
                    tree.plan().root().in("first").get(0).algorithm().toString());
            plain.uninstall();
            assertEquals(8, tree.task().estimate(1));
        }
    }

    @Test
    void stoppingABundleWaitsForCallsInFlight() throws Exception {
        TaskTree<Estimator> tree = build(plan("first.times.delay=300"));
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Double> call = CompletableFuture.supplyAsync(() -> {
            try (Lease<Estimator> lease = tree.lease()) {
                begun.countDown();
                double result = lease.task().estimate(1);
                ended.set(true);
                return result;
            }
        });
        begun.await();
        plain.uninstall();
        assertTrue(ended.get(), "the call has ended before the bundle is gone");
        assertEquals(8, call.get());
        TaskException e = assertThrows(TaskException.class, tree::lease);
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        assertEquals(
                "the task chain is not available: bundle test.plain 1.0.0 was stopped",
                e.getMessage());
        platform.plugin("plain", "1.1.0");
        tree.swap(plan());
        assertEquals(8, tree.task().estimate(1));
        tree.close();
    }

    @Test
    void stoppingABundleWaitsNoLongerThanTheLimit() throws Exception {
        BuildOptions hasty = new BuildOptions(false, Duration.ofMillis(50));
        try (TaskTree<Estimator> tree = platform.trees().build(plan(), Estimator.class, hasty);
                Lease<Estimator> lease = tree.lease()) {
            plain.stop();
            assertEquals(Bundle.RESOLVED, plain.getState());
            assertEquals("chain@1.0.0", lease.plan().root().algorithm().toString());
        }
    }

    @Test
    void onlyTheRootIsPublishedAndFollowsTheTree() throws Exception {
        TaskTree<Estimator> tree = build(plan());
        assertNull(reference());
        tree.publish(Map.of("tree", "nightly"));
        assertEquals("nightly", reference().getProperty("tree"));
        assertEquals("chain", reference().getProperty("task.type"));
        assertEquals(new Version(1, 0, 0), reference().getProperty("version"));
        Estimator service = platform.context().getService(reference());
        assertEquals(8, service.estimate(1));
        tree.swap(plan("first.times.factor=3"));
        assertEquals(12, service.estimate(1), "whoever holds the service gets the newest");
        assertNull(platform.context().getServiceReference(Filter.class));
        plain.stop();
        assertNull(reference());
        plain.start();
        tree.swap(plan());
        assertEquals("nightly", reference().getProperty("tree"));
        tree.close();
        assertNull(reference());
        assertThrows(TaskException.class, () -> service.estimate(1));
        assertThrows(TaskException.class, () -> tree.swap(plan()));
    }

    private ServiceReference<Estimator> reference() {
        return platform.context().getServiceReference(Estimator.class);
    }

    private TreePlan plan(String... settings) {
        TreeRequest request = new TreeRequest("estimation", Selector.parse("chain"), List.of());
        for (String setting : settings) {
            request = request.with(Layer.set(setting));
        }
        return platform.trees().resolve(request).plan();
    }

    private TaskTree<Estimator> build(TreePlan plan) {
        return platform.trees().build(plan, Estimator.class, BuildOptions.DEFAULT);
    }
}
