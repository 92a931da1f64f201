package org.dovetail.commands;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.dovetail.assembly.Platform;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.data.FileFormat;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.Formats;
import org.dovetail.runtime.plugins.PluginStore;
import org.dovetail.runtime.runs.BackgroundRuns;
import org.dovetail.runtime.trees.LiveWorkspace;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Command lines in a live runtime, in a framework with the plugins of a small world. */
final class LiveConsole implements Installation {

    private final Path folder;
    private final Platform platform;
    private final PluginStore plugins;
    private final LiveWorkspace workspace;
    private final BackgroundRuns runs = new BackgroundRuns();
    private final CommandLines commands = new CommandLines(this);
    private final CountDownLatch reading = new CountDownLatch(1);
    private volatile CountDownLatch mayRead = new CountDownLatch(0);

    LiveConsole(Path folder) throws Exception {
        this.folder = folder;
        platform = new Platform(folder.resolve("cache"));
        plugins = new PluginStore(platform.context(), platform.trees());
        workspace = new LiveWorkspace(platform.trees(), plugins);
    }

    void stop() throws Exception {
        goOn();
        runs.close();
        workspace.close();
        plugins.close();
        platform.stop();
    }

    /** Holds up whoever reads a file, until it may go on. */
    void hold() {
        mayRead = new CountDownLatch(1);
    }

    /** Lets go on what is held up. */
    void goOn() {
        mayRead.countDown();
    }

    /** Waits until a quantum is in flight: the first thing that it does is to read. */
    void awaitReading() throws InterruptedException {
        reading.await();
    }

    /** Runs a line whose words are separated by spaces. */
    Console run(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = commands.run(
                line.split(" "),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Console(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a line that has to end well, and returns what it says. */
    String ok(String line) {
        Console console = run(line);
        if (console.code() != 0) {
            throw new AssertionError(line + ": " + console);
        }
        return console.out();
    }

    /** Writes a plugin of the world to a file. */
    Path jar(String world, String version) throws Exception {
        return Files.write(
                folder.resolve(world + "-" + version + ".jar"),
                Platform.jar(world, version, Map.of()));
    }

    @Override
    public TaskTrees trees() {
        return platform.trees();
    }

    @Override
    public Formats formats() {
        return new Formats(List.of(new TextFormat()));
    }

    @Override
    public Map<String, String> failures() {
        return Map.of();
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Optional<Live> live() {
        return Optional.of(new Live(plugins, workspace, runs, "test"));
    }

    /** Texts in files. */
    private final class TextFormat extends FileFormat<String> {

        public TextFormat() {
            super(String.class, List.of("txt"));
        }

        @Override
        public String read(Path file, ReadContext context) {
            try {
                reading.countDown();
                mayRead.await();
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new TaskException(ErrorCode.INTERRUPTED, "interrupted", e);
            }
        }

        @Override
        public void write(String dataset, Path file, Provenance provenance) {
            try {
                Files.writeString(file, dataset);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
