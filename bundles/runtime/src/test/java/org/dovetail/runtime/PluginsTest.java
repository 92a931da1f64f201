package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.NewerClass;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets of plugins come whole or not at all, and go alone. */
class PluginsTest {

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void setIsThereAtOnceWithItsAlgorithms() throws Exception {
        PluginSet set = world.plugins()
                .install(List.of(world.jar("plain", "1.0.0"), world.jar("deep", "1.0.0")));
        assertEquals(
                List.of("test.deep@1.0.0", "test.plain@1.0.0"),
                set.added().stream().map(Plugin::toString).toList());
        assertEquals(
                List.of("estimation: chain", "pipeline-task: copy"),
                set.added().get(0).algorithms());
        assertEquals(List.of(), set.notes());
        assertTrue(world.trees().resolve(World.CHAIN).problems().isEmpty());
    }

    @Test
    void folderIsASet() throws Exception {
        Path set = Files.createDirectory(folder.resolve("set"));
        Files.move(world.jar("plain", "1.0.0"), set.resolve("b.jar"));
        Files.move(world.jar("deep", "1.0.0"), set.resolve("a.jar"));
        world.plugins().install(List.of(set));
        assertEquals(List.of("test.deep@1.0.0", "test.plain@1.0.0"), world.installed());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(empty + ": there is no jar in this folder", empty);
    }

    @Test
    void orderOfFilesMattersNeitherToBundlesNorToChoices() throws Exception {
        List<Path> jars = new ArrayList<>(List.of(
                world.jar("plain", "1.0.0"),
                world.jar("plain", "1.2.0"),
                world.jar("plain", "1.10.0"),
                world.jar("deep", "1.0.0")));
        List<Long> first = List.of();
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(jars, new Random(seed));
            List<Plugin> added = world.plugins().install(jars).added();
            long least = added.get(0).bundle();
            List<Long> ids = added.stream().map(p -> p.bundle() - least).toList();
            first = first.isEmpty() ? ids : first;
            assertEquals(first, ids, "seed " + seed);
            assertEquals("times@1.10.0", chosen(), "seed " + seed);
            for (Plugin plugin : added) {
                assertTrue(world.plugins()
                        .uninstall(plugin, Duration.ofMinutes(1))
                        .gone()
                        .isDone());
            }
            assertEquals(List.of(), world.installed());
        }
    }

    @Test
    void fileThatIsNoBundleIsRefusedWithTheReasonAndNothingIsInstalled() throws Exception {
        Path good = world.jar("plain", "1.0.0");
        byte[] bytes = Files.readAllBytes(good);
        Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
        Path newer = Files.write(folder.resolve("newer.jar"), NewerClass.in(bytes));
        Path missing = folder.resolve("missing.jar");
        TaskException e = assertThrows(
                TaskException.class,
                () -> world.plugins().install(List.of(good, half, text, newer, missing)));
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        List<String> lines = e.getMessage().lines().toList();
        assertEquals(4, lines.size(), e.getMessage());
        assertTrue(lines.get(0).startsWith(half + ": not a readable jar file: "), lines.get(0));
        assertTrue(lines.get(1).startsWith(text + ": not a readable jar file: "), lines.get(1));
        int java = Runtime.version().feature();
        assertEquals(
                newer + ": compiled for Java " + (java + 4) + ", this is Java " + java,
                lines.get(2));
        assertEquals(missing + ": no such file", lines.get(3));
        assertEquals(List.of(), world.installed());
    }

    @Test
    void damagedEntryIsFound() throws Exception {
        Path jar = world.jar("plain", "1.0.0");
        byte[] bytes = Files.readAllBytes(jar);
        for (int i = bytes.length / 3; i < bytes.length / 3 + 40; i++) {
            bytes[i] = 0;
        }
        TaskException e = assertThrows(
                TaskException.class,
                () -> world.plugins().install(List.of(Files.write(jar, bytes))));
        assertTrue(e.getMessage().contains("not a readable jar file"), e.getMessage());
    }

    @Test
    void setThatDoesNotResolveLeavesNothingAndSaysWhoNeedsWhat() throws Exception {
        Path good = world.jar("deep", "1.0.0");
        Path lacking =
                world.jar("plain", "1.0.0", "Import-Package", "org.nowhere;version=\"[2,3)\",*");
        int before = world.platform().context().getBundles().length;
        TaskException e = assertThrows(
                TaskException.class, () -> world.plugins().install(List.of(good, lacking)));
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().startsWith("test.plain@1.0.0: needs package"), e.getMessage());
        assertTrue(e.getMessage().contains("org.nowhere"), e.getMessage());
        assertEquals(before, world.platform().context().getBundles().length);
        assertEquals(List.of(), copies(), "no file is left");
        world.install("plain 1.0.0", "deep 1.0.0"); // and nothing is in the way
    }

    @Test
    void bundleWithoutAlgorithmsSaysWhatItLacks() throws Exception {
        Path roles = world.jar(
                "none",
                "1.0.0",
                "Import-Package",
                "org.slf4j.event;version=\"[9,10)\",org.nowhere");
        assertRefused(
                "test.none@1.0.0: needs package org.slf4j.event, version 9.0.0 or later and below"
                        + " 10.0.0; there is 2.0.20 of org.apache.felix.framework@7.0.5, too old; add"
                        + " a newer version of that, or replace test.none@1.0.0 by one built for it:"
                        + " install test.none.jar",
                roles);
    }

    @Test
    void setOfWhichOneDoesNotStartLeavesNothing() throws Exception {
        Path good = world.jar("deep", "1.0.0");
        Path bad = world.jar(
                "refusing",
                "1.0.0",
                "Bundle-Activator",
                "org.dovetail.assembly.world.refusing.Refusing");
        TaskException e = assertThrows(
                TaskException.class, () -> world.plugins().install(List.of(good, bad)));
        assertEquals(
                "test.refusing@1.0.0: does not start: java.lang.IllegalStateException: as asked",
                e.getMessage());
        assertEquals(List.of(), world.installed());
        assertEquals(List.of(), copies());
    }

    @Test
    void sameVersionWithOtherBytesIsRefused() throws Exception {
        world.install("plain 1.0.0");
        Path other = Files.move(
                world.jar("plain", "1.0.0", "Bundle-Name", "Another build"),
                folder.resolve("other.jar"));
        assertRefused(
                other + ": test.plain@1.0.0 is installed already, with other contents; a new build"
                        + " needs a new version, or `uninstall test.plain@1.0.0` first",
                other);
        Path same = world.jar("plain", "1.0.0");
        assertRefused(
                other + ": is test.plain@1.0.0, as " + same
                        + " is, but with other contents; one of them needs another version",
                same,
                other);
        PluginSet again = world.plugins().install(List.of(same));
        assertEquals(List.of(), again.added());
        assertEquals("test.plain@1.0.0", again.present().get(0).toString());
    }

    @Test
    void changedFileHarmsNothing() throws Exception {
        world.install("plain 1.0.0", "deep 1.0.0");
        Files.delete(folder.resolve("plain-1.0.0.jar"));
        Files.writeString(folder.resolve("deep-1.0.0.jar"), "written over");
        try (TaskTree<Estimator> tree = build()) {
            assertEquals(8, tree.task().estimate(1));
        }
    }

    @Test
    void pluginThatAnOperatorTookAwayCanBeInstalledAgain() throws Exception {
        world.install("plain 1.0.0", "deep 1.0.0");
        long before = world.plugins().find("test.plain").bundle();
        world.platform().context().getBundle(before).uninstall(); // so its copy stays
        assertEquals(2, copies().size(), copies()::toString);
        world.install("plain 1.0.0");
        assertEquals(2, copies().size(), copies()::toString);
        try (TaskTree<Estimator> tree = build()) {
            assertEquals(8, tree.task().estimate(1));
        }
    }

    @Test
    void pluginGoesAloneWhenItsLastLeaseHasEnded() throws Exception {
        world.install("plain 1.0.0", "deep 1.0.0");
        Plugin old = world.plugins().find("test.plain");
        TaskTree<Estimator> tree = build();
        Lease<Estimator> lease = tree.lease("run 1");
        world.install("plain 2.0.0");
        tree.swap(world.trees().resolve(World.CHAIN).plan());
        world.events().clear();

        Removal removal = world.plugins().uninstall(old, Duration.ofMillis(20));
        assertFalse(removal.gone().isDone());
        assertEquals("run 1", removal.holdings().get(0).holders().get(0).name());
        assertTrue(world.plugins().find("test.plain@1.0.0").retired());
        assertEquals(8, lease.task().estimate(1), "loads a class that it had not needed before");
        lease.close();
        removal.gone().get(1, TimeUnit.MINUTES);
        assertEquals(List.of("test.deep@1.0.0", "test.plain@2.0.0"), world.installed());
        assertEquals(
                List.of("stopped test.plain@1.0.0", "unresolved test.plain@1.0.0"),
                world.events(),
                "no other bundle was touched");
        assertEquals(8, tree.task().estimate(1));
        assertEquals(2, copies().size(), copies()::toString);
        tree.close();
    }

    @Test
    void installingAgainKeepsWhatWasToGo() throws Exception {
        world.install("plain 1.0.0", "deep 1.0.0");
        try (TaskTree<Estimator> tree = build()) {
            Plugin plain = world.plugins().find("times");
            Removal removal = world.plugins().uninstall(plain, Duration.ZERO);
            PluginSet again = world.plugins().install(List.of(folder.resolve("plain-1.0.0.jar")));
            assertEquals(
                    List.of("test.plain@1.0.0 was to be uninstalled; it stays"), again.notes());
            ExecutionException stays = assertThrows(
                    ExecutionException.class, () -> removal.gone().get(1, TimeUnit.MINUTES));
            assertEquals(
                    "test.plain@1.0.0 stays: it was installed again, or kept",
                    stays.getCause().getMessage());
            assertFalse(world.plugins().find("times").retired());
            assertEquals(8, tree.task().estimate(1));
        }
        assertEquals(2, world.installed().size());
    }

    @Test
    void pluginThatIsKeptAfterAllGoesOn() throws Exception {
        world.install("plain 1.0.0", "deep 1.0.0");
        try (TaskTree<Estimator> tree = build()) {
            Plugin plain = world.plugins().find("times");
            world.plugins().uninstall(plain, Duration.ZERO);
            world.plugins().keep(plain);
            assertEquals("times@1.0.0", chosen());
            assertEquals(8, tree.task().estimate(1));
        }
        assertEquals(2, world.installed().size());
    }

    @Test
    void pluginThatOthersNeedStays() throws Exception {
        Path roles = world.jar("none", "1.0.0", "Export-Package", "org.example.roles;version=1.0");
        Path user = world.jar("plain", "1.0.0", "Import-Package", "org.example.roles,*");
        world.plugins().install(List.of(user, roles));
        Plugin needed = world.plugins().find("test.none");
        TaskException e = assertThrows(
                TaskException.class, () -> world.plugins().uninstall(needed, Duration.ZERO));
        assertEquals(
                "test.none@1.0.0 cannot go: test.plain@1.0.0 needs packages of it and would have"
                        + " to go first",
                e.getMessage());
        world.plugins().uninstall(world.plugins().find("times"), Duration.ofMinutes(1));
        world.plugins().uninstall(needed, Duration.ofMinutes(1));
        assertEquals(List.of(), world.installed());
    }

    @Test
    void pluginIsFoundByBundleOrAlgorithm() throws Exception {
        world.install("plain 1.0.0", "plain 1.1.0", "deep 1.0.0");
        assertEquals("test.deep@1.0.0", world.plugins().find("chain").toString());
        assertEquals("test.plain@1.1.0", world.plugins().find("times@[1.1,2)").toString());
        assertUnknown(
                "'times' may be any of test.plain@1.0.0, test.plain@1.1.0; name the one you mean"
                        + " with its version",
                "times");
        assertUnknown(
                "no times@3 is installed; there is test.plain@1.0.0, test.plain@1.1.0", "times@3");
        assertUnknown(
                "no plugin 'test.pain' is installed; did you mean 'test.plain'?", "test.pain");
    }

    @Test
    void listenersHearOfChanges() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Plugins.Registration listening =
                world.plugins().whenChanged(() -> heard.add(world.installed().toString()));
        world.install("plain 1.0.0");
        world.install("plain 1.0.0"); // changes nothing
        world.plugins().uninstall(world.plugins().find("times"), Duration.ofMinutes(1));
        assertEquals(
                List.of("[test.plain@1.0.0]", "[]"),
                List.of(heard.get(0), heard.get(heard.size() - 1)));
        int before = heard.size();
        listening.close();
        world.install("plain 1.0.0");
        assertEquals(before, heard.size());
    }

    private void assertRefused(String message, Path... files) {
        TaskException e =
                assertThrows(TaskException.class, () -> world.plugins().install(List.of(files)));
        assertEquals(message, e.getMessage());
    }

    private void assertUnknown(String message, String selector) {
        TaskException e =
                assertThrows(TaskException.class, () -> world.plugins().find(selector));
        assertEquals(message, e.getMessage());
    }

    private String chosen() {
        return world.trees()
                .resolve(World.CHAIN)
                .plan()
                .root()
                .in("first")
                .get(0)
                .algorithm()
                .toString();
    }

    private TaskTree<Estimator> build() {
        return world.trees()
                .build(
                        world.trees().resolve(World.CHAIN).plan(),
                        Estimator.class,
                        BuildOptions.DEFAULT);
    }

    /** Returns the copies of plugins that are there. */
    private List<String> copies() {
        String[] names = world.platform().context().getDataFile("plugins").list();
        return names == null ? List.of() : List.of(names);
    }
}
