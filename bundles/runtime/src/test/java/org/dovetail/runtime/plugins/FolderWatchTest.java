package org.dovetail.runtime.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dovetail.runtime.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the content of a folder is taken, by a clock of the test. */
class FolderWatchTest {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration ALMOST = QUIET.minusMillis(1);

    @TempDir
    private Path folder;

    private World world;
    private Path watched;
    private FolderWatch watch;
    private long now = Long.MAX_VALUE - 1; // nanoseconds; the clock of a process may overflow
    private final List<String> news = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        world = new World(folder);
        watched = Files.createDirectory(folder.resolve("plugins"));
        watch = new FolderWatch(watched, world.plugins(), QUIET, news::add, () -> now);
    }

    @AfterEach
    void stop() throws Exception {
        world.stop();
    }

    @Test
    void filesAreTakenTogetherInAnyOrder() throws Exception {
        Path user = world.jar("plain", "1.0.0", "Import-Package", "org.example.roles,*");
        Path roles = world.jar("none", "1.0.0", "Export-Package", "org.example.roles;version=1.0");
        Files.move(user, watched.resolve("a.jar")); // alone it would not resolve
        watch.look();
        lookAfter(ALMOST);
        Files.move(roles, watched.resolve("z.jar"));
        watch.look();
        lookAfter(ALMOST);
        assertEquals(List.of(), news);
        lookAfter(QUIET.minus(ALMOST));
        assertEquals(List.of("installed test.none@1.0.0", "installed test.plain@1.0.0"), news);
    }

    @Test
    void whatAnotherNeedsGoesWhenThatHasGone() throws Exception {
        Path user = world.jar("plain", "1.0.0", "Import-Package", "org.example.roles,*");
        Path roles = world.jar("none", "1.0.0", "Export-Package", "org.example.roles;version=1.0");
        Path first = Files.move(roles, watched.resolve("a.jar"));
        Path second = Files.move(user, watched.resolve("z.jar"));
        watch.look();
        lookAfter(QUIET);
        news.clear();
        Path away = Files.move(first, folder.resolve("away.jar"));
        watch.look();
        lookAfter(QUIET);
        lookAfter(QUIET);
        String refused =
                "test.none@1.0.0 cannot go: test.plain@1.0.0 needs packages of it and would"
                        + " have to go first";
        assertEquals(List.of(refused), news, "told once");
        Files.move(away, first);
        watch.look();
        lookAfter(QUIET);
        Files.delete(second);
        Files.delete(first);
        watch.look();
        lookAfter(QUIET);
        assertEquals(
                List.of(refused, "uninstalled test.plain@1.0.0", "uninstalled test.none@1.0.0"),
                news);
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
            watch.look();
            lookAfter(ALMOST);
        }
        assertEquals(List.of(), news);
        lookAfter(QUIET.minus(ALMOST));
        assertEquals(List.of("installed test.plain@1.0.0"), news);
        lookAfter(QUIET);
        assertEquals(1, news.size(), "it is taken once");
    }

    private void lookAfter(Duration time) {
        now += time.toNanos();
        watch.look();
    }
}
