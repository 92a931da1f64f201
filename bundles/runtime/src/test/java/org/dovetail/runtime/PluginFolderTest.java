package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder whose content is what is installed. */
class PluginFolderTest {

    private static final Duration QUIET = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private World world;
    private Path watched;
    private Plugins.Registration watch;
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        watched = Files.createDirectory(folder.resolve("plugins"));
        watch = world.plugins().watch(watched, QUIET, news::add);
    }

    @AfterEach
    void stop() throws Exception {
        watch.close();
        world.stop();
    }

    @Test
    void filesAreTakenTogetherInAnyOrder() throws Exception {
        Path user = world.jar("plain", "1.0.0", "Import-Package", "org.example.roles,*");
        Path roles = world.jar("none", "1.0.0", "Export-Package", "org.example.roles;version=1.0");
        Files.move(user, watched.resolve("a.jar")); // alone it would not resolve
        Thread.sleep(QUIET.toMillis() / 8);
        Files.move(roles, watched.resolve("z.jar"));
        hear("installed test.none@1.0.0", "installed test.plain@1.0.0");
    }

    @Test
    void setThatLacksSomethingIsTakenWhenThatArrives() throws Exception {
        Path user = world.jar("plain", "1.0.0", "Import-Package", "org.example.roles,*");
        Path roles = world.jar("none", "1.0.0", "Export-Package", "org.example.roles;version=1.0");
        Files.move(user, watched.resolve("a.jar"));
        String why = news.poll(20, TimeUnit.SECONDS);
        assertTrue(why.startsWith("nothing new installed: test.plain@1.0.0: needs package"), why);
        assertEquals(List.of(), world.installed());
        Files.move(roles, watched.resolve("z.jar"));
        hear("installed test.none@1.0.0", "installed test.plain@1.0.0");
    }

    @Test
    void jarIsNotTakenBeforeItIsCopiedCompletely() throws Exception {
        byte[] bytes = Files.readAllBytes(world.jar("plain", "1.0.0"));
        Path copy = watched.resolve("plain.jar");
        int step = bytes.length / 8 + 1;
        for (int at = 0; at < bytes.length; at += step) {
            Files.write(
                    copy,
                    Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            Thread.sleep(QUIET.toMillis() / 8);
        }
        hear("installed test.plain@1.0.0");
    }

    @Test
    void jarThatStaysHalfHarmsNoOther() throws Exception {
        byte[] bytes = Files.readAllBytes(world.jar("plain", "1.0.0"));
        Path deep = world.jar("deep", "1.0.0");
        Files.write(watched.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.move(deep, watched.resolve("deep.jar"));
        String first = news.poll(20, TimeUnit.SECONDS);
        assertTrue(first.startsWith("left out: " + watched.resolve("half.jar")), first);
        hear("installed test.deep@1.0.0");
        String lacking = news.poll(20, TimeUnit.SECONDS);
        assertTrue(lacking.contains("Chain cannot be used: asks for 'times'"), lacking);
        Files.write(watched.resolve("half.jar"), bytes);
        hear("installed test.plain@1.0.0");
    }

    @Test
    void newerFileReplacesTheOlderAndUsersOfThatKeepIt() throws Exception {
        put("plain.jar", world.jar("plain", "1.0.0"), "deep.jar", world.jar("deep", "1.0.0"));
        hear("installed test.deep@1.0.0", "installed test.plain@1.0.0");
        TaskTree<Estimator> tree = world.trees()
                .build(
                        world.trees().resolve(World.CHAIN).plan(),
                        Estimator.class,
                        BuildOptions.DEFAULT);
        Files.write(watched.resolve("plain.jar"), Files.readAllBytes(world.jar("plain", "1.1.0")));
        hear("installed test.plain@1.1.0", "test.plain@1.0.0 goes when nobody holds it any more");
        assertEquals(8, tree.task().estimate(1));
        tree.close();
        while (world.installed().size() > 2) {
            Thread.sleep(5);
        }
        assertEquals(List.of("test.deep@1.0.0", "test.plain@1.1.0"), world.installed());
    }

    @Test
    void deletedFileIsUninstalledAndARenamedOneIsNot() throws Exception {
        put("plain.jar", world.jar("plain", "1.0.0"), "deep.jar", world.jar("deep", "1.0.0"));
        hear("installed test.deep@1.0.0", "installed test.plain@1.0.0");
        world.events().clear();
        Files.delete(watched.resolve("plain.jar"));
        Files.move(watched.resolve("deep.jar"), watched.resolve("renamed.jar"));
        String gone = news.poll(20, TimeUnit.SECONDS);
        assertTrue(
                List.of(
                                "uninstalled test.plain@1.0.0",
                                "test.plain@1.0.0 goes when nobody holds it any more")
                        .contains(gone),
                gone);
        while (world.installed().size() > 1) {
            Thread.sleep(5);
        }
        assertEquals(
                List.of("stopped test.plain@1.0.0", "unresolved test.plain@1.0.0"), world.events());
    }

    @Test
    void folderThatIsNotThereIsRefused() {
        Path missing = folder.resolve("missing");
        TaskException e = assertThrows(
                TaskException.class, () -> world.plugins().watch(missing, QUIET, news::add));
        assertEquals(missing + ": there is no such folder", e.getMessage());
    }

    /** Puts files there at once: making a jar may take longer than the folder waits. */
    private void put(String one, Path first, String two, Path second) throws Exception {
        Files.move(first, watched.resolve(one));
        Files.move(second, watched.resolve(two));
    }

    private void hear(String... lines) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            heard.add(news.poll(20, TimeUnit.SECONDS));
        }
        assertEquals(List.of(lines), heard);
    }
}
