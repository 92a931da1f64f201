package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dovetail.assembly.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random changes of a live tree and of the plugins under it, against {@link ChainModel}. */
class WorkspaceFuzzTest {

    private static final int STEPS = 40;

    private static final List<String> FILTERS = List.of(
            "times", "times@1.0.0", "times@[1,1.1)", "times@[1.1,2)", "clamp", "clamp@1.1.0");
    private static final Map<String, List<String>> USES = new TreeMap<>(Map.of(
            "first", FILTERS,
            "last", List.of("times", "times@1.1.0", "clamp", "none"),
            "more", List.of("[times, times]", "[times, clamp]", "[clamp, times@1.0.0]")));
    private static final Map<String, List<String>> SETTINGS = new TreeMap<>(Map.of(
            "first.times.factor", List.of("3.0", "0.1", "0.0"),
            "first.clamp.high", List.of("0.7", "5.0", "-1.0"),
            "more.times.factor", List.of("3.0", "-0.3", "1.5"),
            "more.clamp.low", List.of("-4.0", "0.2"),
            "last.times.factor", List.of("7.0", "0.3"),
            "last.clamp.high", List.of("0.5", "9.0")));
    private static final List<String> SWAPS = List.of("", "chain", "first", "more[1]");
    private static final List<String> WRONG =
            List.of("retarget first nothing", "retarget frist times", "set frist.times.factor=1");

    @TempDir
    private static Path jars;

    private static final Map<String, Path> FILES = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void build() throws Exception {
        Map<String, String> names = Map.of("times", "plain", "clamp", "careful", "chain", "deep");
        for (String name : names.keySet()) {
            for (String version : List.of("1.0.0", "1.1.0")) {
                byte[] jar = Platform.jar(names.get(name), version, Map.of());
                String algorithm = name + "@" + version;
                FILES.put(algorithm, Files.write(jars.resolve(algorithm + ".jar"), jar));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyStepDoesWhatItSaysOrNothing(long seed) throws Exception {
        World world = new World(folder);
        List<String> steps = new ArrayList<>();
        try {
            FuzzedChain chain = new FuzzedChain(world, FILES);
            Random random = new Random(seed);
            int reinstalled = 0;
            Map<String, String> hashes = new HashMap<>();
            while (steps.size() < STEPS || reinstalled == 0 && steps.size() < 5 * STEPS) {
                if (steps.size() >= STEPS || random.nextInt(5) == 0) {
                    reinstalled += thereAndBack(chain, steps, random) ? 1 : 0;
                } else {
                    step(chain, steps, anyStep(random, chain));
                }
                String text = chain.plan().effective();
                String hash = chain.plan().hash();
                assertEquals(hashes.getOrDefault(text, hash), hash);
                hashes.put(text, hash);
            }
            assertEquals(hashes.size(), hashes.values().stream().distinct().count());
            assertTrue(chain.done() > steps.size() / 2, () -> "done: only " + chain.done());
            assertTrue(reinstalled > 0, "no plugin of either was gone in between");
        } catch (AssertionError | Exception e) {
            throw new AssertionError("seed " + seed + " after " + String.join("; ", steps), e);
        } finally {
            world.stop();
        }
    }

    /**
     * A, then B, then A again, while a plugin of either is taken away and comes again; returns
     * whether it was really gone.
     */
    private static boolean thereAndBack(FuzzedChain chain, List<String> steps, Random random)
            throws Exception {
        int number = chain.generation();
        String effective = chain.plan().effective();
        String lock = chain.plan().dump();
        Set<String> plugins = new TreeSet<>(chain.used());
        step(chain, steps, retarget(random));
        step(chain, steps, set(random));
        plugins.addAll(chain.used());
        String plugin = any(List.copyOf(plugins), random);
        step(chain, steps, "uninstall " + plugin);
        step(chain, steps, retarget(random));
        boolean gone = chain.lacks(plugin);
        step(chain, steps, "install " + plugin);
        if (!step(chain, steps, "rollback " + number)) {
            return false;
        }
        assertEquals(effective, chain.plan().effective());
        assertEquals(lock, chain.plan().dump());
        return gone;
    }

    private static boolean step(FuzzedChain chain, List<String> steps, String step)
            throws Exception {
        steps.add(step);
        return chain.step(step);
    }

    private static String anyStep(Random random, FuzzedChain chain) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> retarget(random);
            case 3, 4 -> set(random);
            case 5 -> retarget(random).replaceFirst("retarget (\\w+) ", "set $1.use=");
            case 6 -> ("swap " + any(SWAPS, random)).strip();
            case 7 -> "rollback " + (1 + random.nextInt(chain.generation()));
            case 8, 9 -> "install " + any(missing(chain), random);
            case 10 -> "uninstall " + any(List.copyOf(FILES.keySet()), random);
            default -> any(WRONG, random);
        };
    }

    /** Returns what may be installed: what is not there, or all if nothing is missing. */
    private static List<String> missing(FuzzedChain chain) {
        List<String> missing =
                FILES.keySet().stream().filter(each -> !chain.has(each)).toList();
        return missing.isEmpty() ? List.copyOf(FILES.keySet()) : missing;
    }

    private static String retarget(Random random) {
        String slot = any(List.copyOf(USES.keySet()), random);
        return "retarget " + slot + " " + any(USES.get(slot), random);
    }

    private static String set(Random random) {
        String place = any(List.copyOf(SETTINGS.keySet()), random);
        return "set " + place + "=" + any(SETTINGS.get(place), random);
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
