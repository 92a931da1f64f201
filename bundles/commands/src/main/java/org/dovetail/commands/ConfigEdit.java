package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Paths;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.file.ConfigFile;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.execution.ExitCode;

/** Changes values in a configuration file; the rest of the file stays as it is, byte for byte. */
final class ConfigEdit {

    private final ConfigOptions config;
    private final Session session;
    private final String file;

    ConfigEdit(ConfigOptions config, Session session, String file) {
        this.config = config;
        this.session = session;
        this.file = file;
    }

    /**
     * Makes all changes or none, and tells what they come to.
     *
     * @param text the text of the file
     * @param assignments {@code PATH=VALUE} or {@code SLOT=ALGORITHM}
     * @param use whether they select algorithms
     */
    void run(String text, List<String> assignments, boolean use) {
        ConfigFile before = new ConfigFile(file, text);
        ConfigFile after = before;
        Set<String> tasks = new HashSet<>();
        for (String assignment : assignments) {
            Layer option = use ? Layer.use(assignment) : Layer.set(assignment);
            String task = task(after, assignment);
            tasks.add(task);
            String place = place(task, after, option);
            boolean adds = value(option).startsWith("[" + Layer.THOSE_BEFORE);
            if (adds && after.hasList(place)) { // "those before" are of other files, not of this
                throw new UserError(
                        ExitCode.USAGE,
                        file + " has a list for " + place + "; add to it there, or set all of it");
            }
            after = after.set(place, value(option));
        }
        List<String> told = new ArrayList<>();
        for (String task : tasks) {
            told.addAll(compare(task, before, after));
        }
        write(after.text());
        told.forEach(session.out()::println);
    }

    private static String value(Layer option) {
        String assignment = option.text().orElseThrow();
        return assignment.substring(assignment.indexOf('=') + 1).strip();
    }

    private String place(String task, ConfigFile now, Layer option) {
        try {
            return ConfigFile.path(catalogue(), request(task, now), option);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, option.name() + ": " + e.getMessage());
        }
    }

    /** Returns the task that a path begins with, or the only one that the file configures. */
    private String task(ConfigFile now, String assignment) {
        List<String> tasks = catalogue().algorithms().stream()
                .filter(each -> each.role().name().equals(ConfigOptions.PIPELINE_TASK))
                .map(AlgorithmDescription::name)
                .distinct()
                .toList();
        String first = Paths.split(assignment).get(0);
        if (tasks.contains(first)) {
            return first;
        }
        List<String> there = now.top().stream().filter(tasks::contains).toList();
        if (there.size() == 1) {
            return there.get(0);
        }
        throw new UserError(
                ExitCode.USAGE,
                file + " configures " + (there.isEmpty() ? "no installed task" : there.toString())
                        + ", so the path must begin with one of " + String.join(", ", tasks));
    }

    /** Returns what a change comes to; complains if it adds a mistake to those that were there. */
    private List<String> compare(String task, ConfigFile before, ConfigFile after) {
        Resolution old = checked(request(task, before));
        Resolution now = checked(request(task, after));
        Set<String> known = new HashSet<>();
        old.problems().forEach(problem -> known.add(problem.path() + problem.message()));
        List<Problem> more = now.problems().stream()
                .filter(problem -> !known.contains(problem.path() + problem.message()))
                .toList();
        if (!more.isEmpty()) {
            new Resolution(Optional.empty(), more, List.of()).plan();
        }
        now.notes().forEach(note -> session.say("note: " + note));
        if (old.result().isEmpty() || now.result().isEmpty()) {
            now.problems().forEach(problem -> session.say("still wrong: " + problem));
            return List.of();
        }
        return old.plan().diff(now.plan()).stream().map(Difference::toString).toList();
    }

    /** Resolves, and has the algorithms check what their settings owe each other. */
    private Resolution checked(TreeRequest request) {
        TaskTrees trees = session.installation().trees();
        Resolution resolution = trees.resolve(request);
        List<Problem> problems = resolution.result().map(trees::check).orElse(List.of());
        return problems.isEmpty()
                ? resolution
                : new Resolution(Optional.empty(), problems, resolution.notes());
    }

    private TreeRequest request(String task, ConfigFile content) {
        return config.request(task).with(Layer.text(Layer.Kind.FILE, file, content.text()));
    }

    private Catalogue catalogue() {
        return session.installation().trees().catalogue();
    }

    private void write(String text) {
        try {
            Path real = Path.of(file).toRealPath(); // a link stays a link
            Path part = real.resolveSibling(real.getFileName() + ".part");
            try {
                Files.copy(real, part, StandardCopyOption.COPY_ATTRIBUTES);
                Files.writeString(part, text);
                Files.move(part, real, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.BAD_OUTPUT, "cannot write " + file + ": " + e.getMessage());
        }
    }
}
