package org.dovetail.runtime.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.PluginSet;
import org.dovetail.runtime.Plugins;
import org.dovetail.runtime.Removal;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a folder: what is put there is installed, what is taken away is uninstalled.
 *
 * <p>It looks again and again, since file systems of clusters do not tell of changes. Only when no
 * file has changed for a while is the folder's content taken, all of it together, so that neither a
 * half-copied jar nor the order of copying matters.
 */
final class FolderWatch implements Plugins.Registration {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Path folder;
    private final Plugins plugins;
    private final Duration quiet;
    private final Consumer<String> news;
    private final LongSupplier clock;
    private final Thread thread = new Thread(this::follow, "plugin-folder");
    private final Map<Path, Plugin> mine = new HashMap<>();
    private final List<Plugin> leaving = new ArrayList<>(); // their jars are gone
    private Map<Path, String> seen = Map.of();
    private Map<Path, String> taken = Map.of();
    private long changed;

    /**
     * Prepares to follow a folder.
     *
     * @param folder the folder
     * @param plugins where to install
     * @param quiet how long no file must have changed
     * @param news told what was done
     * @param clock tells the time, in nanoseconds from anywhere
     */
    FolderWatch(
            Path folder,
            Plugins plugins,
            Duration quiet,
            Consumer<String> news,
            LongSupplier clock) {
        this.folder = folder;
        this.plugins = plugins;
        this.quiet = quiet;
        this.news = news;
        this.clock = clock;
        this.changed = clock.getAsLong();
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    private void follow() {
        long pause = Math.max(10, Math.min(500, quiet.toMillis() / 4));
        try {
            while (true) {
                Thread.sleep(pause);
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is followed no more", folder);
        }
    }

    /** Looks once, and takes what is there if it has not changed for long enough. */
    void look() {
        Map<Path, String> now = snapshot();
        if (!now.equals(seen)) {
            seen = now;
            changed = clock.getAsLong();
        } else if (!now.equals(taken) && clock.getAsLong() - changed >= quiet.toNanos()) {
            take(now);
            taken = now;
        } else {
            letGo(reason -> {}); // told before
        }
    }

    /** Returns size and time of change of each jar. */
    private Map<Path, String> snapshot() {
        Map<Path, String> now = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".jar")) {
                    now.put(file, Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
            return now;
        } catch (IOException | UncheckedIOException e) { // vanished meanwhile: the next look tells
            return seen;
        }
    }

    private void take(Map<Path, String> now) {
        Map<Path, JarBundle> fresh = new TreeMap<>();
        now.forEach((file, stamp) -> {
            if (!mine.containsKey(file) || !stamp.equals(taken.get(file))) {
                try {
                    fresh.put(file, new JarFileCheck(file).read());
                } catch (TaskException e) {
                    news.accept("left out: " + e.getMessage());
                }
            }
        });
        List<Plugin> old = new ArrayList<>();
        if (install(fresh, old)) {
            for (Path file : List.copyOf(mine.keySet())) {
                if (!now.containsKey(file)) {
                    old.add(mine.remove(file));
                }
            }
            leaving.addAll(old);
            leaving.removeAll(mine.values()); // under another name now, or back
            letGo(news);
        }
    }

    private boolean install(Map<Path, JarBundle> fresh, List<Plugin> old) {
        if (fresh.isEmpty()) {
            return true;
        }
        try {
            PluginSet set = plugins.install(List.copyOf(fresh.keySet()));
            set.added().forEach(plugin -> news.accept("installed " + plugin));
            set.notes().forEach(news);
            List<Plugin> ours = new ArrayList<>(set.added());
            set.present().stream()
                    .filter(each -> mine.containsValue(each) || leaving.contains(each))
                    .forEach(ours::add);
            for (Map.Entry<Path, JarBundle> entry : fresh.entrySet()) {
                for (Plugin plugin : ours) {
                    if (plugin.toString().equals(entry.getValue().id())) {
                        Plugin before = mine.put(entry.getKey(), plugin);
                        if (before != null && !before.equals(plugin)) {
                            old.add(before);
                        }
                    }
                }
            }
            return true;
        } catch (TaskException e) {
            e.getMessage().lines().forEach(line -> news.accept("nothing new installed: " + line));
            return false;
        }
    }

    /** Uninstalls what no other plugin needs; with it goes what may have kept others here. */
    private void letGo(Consumer<String> reasons) {
        List<String> refusals = new ArrayList<>();
        int before;
        do {
            before = leaving.size();
            refusals.clear();
            leaving.removeIf(plugin -> isLetGo(plugin, refusals));
        } while (leaving.size() < before);
        refusals.forEach(reasons);
    }

    private boolean isLetGo(Plugin plugin, List<String> refusals) {
        try {
            Removal removal = plugins.uninstall(plugin, Duration.ZERO);
            news.accept(
                    removal.gone().isDone()
                            ? "uninstalled " + plugin
                            : plugin + " goes when nobody holds it any more");
            return true;
        } catch (TaskException e) {
            refusals.add(e.getMessage());
            return e.code() == ErrorCode.NO_SUCH_ALGORITHM; // somebody else uninstalled it
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
