package org.dovetail.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/**
 * A folder whose content is what is installed. What has to be taken together is there before the
 * folder is followed, or comes by one rename: a test may be held up for longer than it is quiet.
 */
class PluginFolderTest {

    private static final Duration QUIET = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private World world;
    private Path watched;
    private Plugins.Registration watch = () -> {};
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        watched = Files.createDirectory(folder.resolve("plugins"));
    }

    private void follow() {
        watch = world.plugins().watch(watched, QUIET, news::add);
    }

    @AfterEach
    void stop() throws Exception {
        watch.close();
        world.stop();
    }

    @Test
    void setThatLacksSomethingIsTakenWhenThatArrives() throws Exception {
        Path user = world.jar("plain", "1.0.0", "Import-Package", "org.example.roles,*");
        Path roles = world.jar("none", "1.0.0", "Export-Package", "org.example.roles;version=1.0");
        follow();
        Files.move(user, watched.resolve("a.jar"));
        String why = next();
        assertTrue(why.startsWith("nothing new installed: test.plain@1.0.0: needs package"), why);
        assertEquals(List.of(), world.installed());
        Files.move(roles, watched.resolve("z.jar"));
        hear("installed test.none@1.0.0", "installed test.plain@1.0.0");
    }

    @Test
    void jarThatStaysHalfHarmsNoOther() throws Exception {
        byte[] bytes = Files.readAllBytes(world.jar("plain", "1.0.0"));
        Path deep = world.jar("deep", "1.0.0");
        Files.write(watched.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.move(deep, watched.resolve("deep.jar"));
        follow();
        String first = next();
        assertTrue(first.startsWith("left out: " + watched.resolve("half.jar")), first);
        hear("installed test.deep@1.0.0");
        String lacking = next();
        assertTrue(lacking.contains("Chain cannot be used: asks for 'times'"), lacking);
        replace("half.jar", Files.write(folder.resolve("whole.jar"), bytes));
        hear("installed test.plain@1.0.0");
    }

    @Test
    void newerFileReplacesTheOlderAndUsersOfThatKeepIt() throws Exception {
        Files.move(world.jar("plain", "1.0.0"), watched.resolve("plain.jar"));
        Files.move(world.jar("deep", "1.0.0"), watched.resolve("deep.jar"));
        follow();
        hear("installed test.deep@1.0.0", "installed test.plain@1.0.0");
        TaskTree<Estimator> tree = world.trees()
                .build(
                        world.trees().resolve(World.CHAIN).plan(),
                        Estimator.class,
                        BuildOptions.DEFAULT);
        replace("plain.jar", world.jar("plain", "1.1.0"));
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
        Files.move(world.jar("plain", "1.0.0"), watched.resolve("plain.jar"));
        Files.move(world.jar("deep", "1.0.0"), watched.resolve("deep.jar"));
        follow();
        hear("installed test.deep@1.0.0", "installed test.plain@1.0.0");
        world.events().clear();
        Files.delete(watched.resolve("plain.jar"));
        Files.move(watched.resolve("deep.jar"), watched.resolve("renamed.jar"));
        hear("uninstalled test.plain@1.0.0");
        assertEquals(List.of("test.deep@1.0.0"), world.installed());
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

    private void replace(String file, Path by) throws IOException {
        Files.move(
                by,
                watched.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private String next() throws InterruptedException {
        String line = news.poll(1, TimeUnit.MINUTES);
        assertNotNull(line, "nothing was told for a minute");
        return line;
    }

    private void hear(String... lines) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            heard.add(next());
        }
        assertEquals(List.of(lines), heard);
    }
}
