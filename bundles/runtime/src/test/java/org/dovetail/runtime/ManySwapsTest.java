package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.world.Estimator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

/** Many versions of a plugin, one after another, under two threads that never pause. */
@Timeout(600)
class ManySwapsTest {

    /** A thousand take minutes on a machine that does other work, too: {@code -Dswaps=1000}. */
    private static final int SWAPS = Integer.getInteger("swaps", 200);

    private static final double FLAT = 1.0; // MiB; 100 loaders that stay would take 5

    @TempDir
    private Path folder;

    private World world;
    private Path first;
    private NamedTree<Estimator> tree;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        first = world.jar("plain", "1.0.0");
        world.plugins().install(List.of(first, world.jar("deep", "1.0.0")));
        tree = world.workspace()
                .open("chain", World.CHAIN, Estimator.class, BuildOptions.DEFAULT, "test");
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void noCallFailsNoLoaderStaysNothingElseRestarts() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong calls = new AtomicLong();
        Runnable busy = () -> {
            while (!done.get()) {
                assertEquals(8, tree.tree().task().estimate(1));
                calls.incrementAndGet();
            }
        };
        CompletableFuture<Void> one = CompletableFuture.runAsync(busy);
        CompletableFuture<Void> two = CompletableFuture.runAsync(busy);
        world.events().clear();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long[] nanos = new long[SWAPS];
        double half = 0;
        for (int i = 1; i <= SWAPS; i++) {
            loaders.add(new WeakReference<>(loader(world.plugins().find("times"))));
            nanos[i - 1] = swapTo("1.0." + i);
            if (i == SWAPS / 2) {
                half = metaspace();
            }
        }
        done.set(true);
        CompletableFuture.allOf(one, two).get(); // fails if a call did
        long alive = alive(loaders); // what one of them holds is no growth
        double end = metaspace();
        Arrays.sort(nanos);
        String summary = String.format(
                "%d swaps, %d calls; command to new version serving: median %.1f ms, p99 %.1f ms;"
                        + " metaspace %.2f MiB at half, %.2f MiB at the end; %d old loaders%n",
                SWAPS,
                calls.get(),
                nanos[SWAPS / 2] * 1e-6,
                nanos[SWAPS * 99 / 100] * 1e-6,
                half,
                end,
                alive);
        Files.writeString(Path.of("target/many-swaps.txt"), summary);
        assertTrue(calls.get() > SWAPS, "the threads were busy");
        assertEquals(SWAPS + 1, tree.generations().size());
        assertEquals(0, alive, "class loaders of versions that are gone");
        assertTrue(end - half < FLAT, half + " MiB at half, " + end + " MiB at the end");
        assertTrue(
                world.events().stream().allMatch(event -> event.contains("test.plain@")),
                "no other bundle was touched");
        assertEquals(2, world.installed().size());
    }

    /** Installs a version, swaps to it and takes the old one away; returns how long a swap took. */
    private long swapTo(String version) throws Exception {
        Plugin old = world.plugins().find("times");
        Path jar = VersionedJar.of(first, version, folder.resolve("next.jar"));
        long start = System.nanoTime();
        world.plugins().install(List.of(jar));
        tree.swap(List.of(), "test");
        long taken = System.nanoTime() - start;
        assertEquals(
                version,
                tree.current()
                        .plan()
                        .root()
                        .in("first")
                        .get(0)
                        .algorithm()
                        .version()
                        .toString());
        Removal removal = world.plugins().uninstall(old, Duration.ofMinutes(1));
        assertTrue(removal.gone().isDone());
        return taken;
    }

    private ClassLoader loader(Plugin plugin) {
        return world.platform()
                .context()
                .getBundle(plugin.bundle())
                .adapt(BundleWiring.class)
                .getClassLoader();
    }

    /** Counts the loaders that a collection leaves; the compiler may hold on to one for a while. */
    private static long alive(List<WeakReference<ClassLoader>> loaders) throws Exception {
        long alive = loaders.size();
        for (int i = 0; i < 600 && alive > 0; i++) {
            System.gc();
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
            Thread.sleep(alive > 0 ? 100 : 0);
        }
        return alive;
    }

    /** Returns what classes take, after a collection. */
    private static double metaspace() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        double bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals("Metaspace")
                    || pool.getName().equals("Compressed Class Space")) {
                bytes += pool.getUsage().getUsed();
            }
        }
        return bytes / (1 << 20);
    }
}
