package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Holding;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.data.Provenance.SlotProvenance;
import org.dovetail.execution.Provenances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingHook;

/** Two versions of one algorithm in slots of one tree. */
class TwoVersionsTest {

    /** The class that {@code times} does not load before its first call. */
    private static final String AT_THE_FIRST_CALL = "Twice$Product";

    private static final TreeRequest BOTH = World.CHAIN
            .with(Layer.set("first.use=times@[1,2)"))
            .with(Layer.set("more.use=[\"times@[2,3)\"]"))
            .with(Layer.set("more.times.factor=5"));

    @TempDir
    private Path folder;

    private World world;
    private NamedTree<Estimator> tree;

    /** The versions of the bundles of {@code times} that were called. */
    private final Set<String> called = new ConcurrentSkipListSet<>();

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        WeavingHook hook = woven -> {
            if (woven.getClassName().endsWith(AT_THE_FIRST_CALL)) {
                Bundle bundle = woven.getBundleWiring().getBundle();
                called.add(bundle.getVersion().toString());
            }
        };
        world.platform().context().registerService(WeavingHook.class, hook, null);
        world.install("plain 1.0.0", "plain 2.0.0", "deep 1.0.0");
        tree = world.workspace().open("both", BOTH, Estimator.class, BuildOptions.DEFAULT, "test");
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void eachSlotIsCalledInItsOwnVersion() {
        assertEquals(
                List.of("chain@1.0.0", "times@1.0.0", "times@2.0.0"),
                tree.current().plan().nodes().stream()
                        .map(node -> node.algorithm().toString())
                        .toList());
        assertEquals(Set.of(), called);
        assertEquals(10, tree.tree().task().estimate(1), "2 of the one, 5 of the other");
        assertEquals(Set.of("1.0.0", "2.0.0"), called);
    }

    @Test
    void provenanceNamesBoth() {
        try (Lease<Estimator> lease = tree.lease("run 1")) {
            List<SlotProvenance> slots = Provenances.of(lease.plan()).slots();
            assertEquals(
                    List.of(
                            "chain chain@1.0.0 test.deep",
                            "chain.first times@1.0.0 test.plain",
                            "chain.more[0] times@2.0.0 test.plain"),
                    slots.stream()
                            .map(each -> each.path() + " " + each.algorithm() + " " + each.bundle())
                            .toList());
            assertNotEquals(slots.get(1).digest(), slots.get(2).digest());
        }
    }

    @Test
    void leaseHoldsBoth() throws Exception {
        Plugin one = world.plugins().find("times@1.0.0");
        Plugin two = world.plugins().find("times@2.0.0");
        Lease<Estimator> lease = tree.lease("run 1");
        world.install("plain 1.1.0", "plain 2.1.0");
        tree.swap(List.of(), "test");
        Removal first = world.plugins().uninstall(one, Duration.ZERO);
        Removal second = world.plugins().uninstall(two, Duration.ZERO);
        assertEquals(List.of("run 1"), holders(first));
        assertEquals(List.of("run 1"), holders(second));
        assertEquals(10, lease.task().estimate(1));
        assertEquals(Set.of("1.0.0", "2.0.0"), called, "what the lease began with");
        assertEquals(10, tree.tree().task().estimate(1));
        assertEquals(Set.of("1.0.0", "1.1.0", "2.0.0", "2.1.0"), new TreeSet<>(called));
        lease.close();
        first.gone().get(1, TimeUnit.MINUTES);
        second.gone().get(1, TimeUnit.MINUTES);
        assertTrue(world.installed().containsAll(List.of("test.plain@1.1.0", "test.plain@2.1.0")));
        assertEquals(3, world.installed().size(), world.installed().toString());
    }

    private static List<String> holders(Removal removal) {
        return removal.holdings().stream()
                .map(Holding::holders)
                .flatMap(List::stream)
                .map(Holding.Holder::name)
                .toList();
    }
}
