package org.dovetail.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dovetail.assembly.Platform;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.world.Clock;
import org.dovetail.runtime.plugins.PluginStore;
import org.dovetail.runtime.trees.LiveWorkspace;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** A framework, the plugins of the test world as files, and what happens to bundles. */
public final class World {

    /** A tree whose root has three slots with {@code times} in them. */
    public static final TreeRequest CHAIN =
            new TreeRequest("estimation", Selector.parse("chain"), List.of());

    private final Path folder;
    private final Platform platform;
    private final PluginStore plugins;
    private final LiveWorkspace workspace;
    private final List<String> events = new CopyOnWriteArrayList<>();

    public World(Path folder) throws Exception {
        this.folder = folder;
        platform = new Platform(folder.resolve("cache"));
        platform.context().registerService(Clock.class, () -> 0, null);
        plugins = new PluginStore(platform.context(), platform.trees());
        workspace = new LiveWorkspace(platform.trees(), plugins);
        SynchronousBundleListener listener = event -> {
            if (event.getType() == BundleEvent.STARTED
                    || event.getType() == BundleEvent.STOPPED
                    || event.getType() == BundleEvent.UNRESOLVED) {
                events.add(name(event.getType()) + " " + id(event.getBundle()));
            }
        };
        platform.context().addBundleListener(listener);
    }

    private static String name(int type) {
        return type == BundleEvent.STARTED
                ? "started"
                : type == BundleEvent.STOPPED ? "stopped" : "unresolved";
    }

    private static String id(Bundle bundle) {
        return bundle.getSymbolicName() + "@" + bundle.getVersion();
    }

    public Platform platform() {
        return platform;
    }

    public TaskTrees trees() {
        return platform.trees();
    }

    public Plugins plugins() {
        return plugins;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Returns which bundles were started, stopped or unresolved so far. */
    public List<String> events() {
        return events;
    }

    /** Writes a plugin of the test world to a file. */
    public Path jar(String world, String version, String... headers) throws Exception {
        Map<String, String> more = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        Path file = folder.resolve(world + "-" + version + ".jar");
        return Files.write(file, Platform.jar(world, version, more));
    }

    /** Installs plugins, as {@code plain 1.0.0}. */
    public void install(String... plugins) throws Exception {
        for (String each : plugins) {
            String[] words = each.split(" ");
            this.plugins.install(List.of(jar(words[0], words[1])));
        }
    }

    /** Returns the versions in the slots of a tree's root, in its order. */
    public static List<String> versions(NamedTree<?> tree) {
        return tree.current().plan().root().children().stream()
                .map(node -> node.algorithm().version().toString())
                .toList();
    }

    /** Returns the names and versions of the installed plugins. */
    public List<String> installed() {
        return plugins.installed().stream().map(Plugin::toString).toList();
    }

    public void stop() throws Exception {
        workspace.close();
        plugins.close();
        platform.stop();
    }
}
