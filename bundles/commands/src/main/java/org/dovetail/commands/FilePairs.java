package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dovetail.execution.ExitCode;

/**
 * The files of two runs that belong together: those with the same name below both folders.
 *
 * @param pairs what belongs together, in the order of the names
 * @param onlyFirst what only the first has
 * @param onlySecond what only the second has
 */
record FilePairs(List<Pair> pairs, List<String> onlyFirst, List<String> onlySecond) {

    /**
     * Two files.
     *
     * @param name what both are called
     * @param first the first
     * @param second the second
     */
    record Pair(String name, Path first, Path second) {}

    /**
     * Finds the pairs in two folders, or makes one of two files.
     *
     * @param first a folder or a file
     * @param second another one of the same sort
     * @param ignored patterns of names to leave out, such as {@code *.png}
     */
    static FilePairs of(Path first, Path second, List<String> ignored) {
        require(first);
        require(second);
        if (Files.isDirectory(first) != Files.isDirectory(second)) {
            Path file = Files.isDirectory(first) ? second : first;
            throw new UserError(
                    ExitCode.USAGE,
                    file + " is a file, the other is a folder; compare takes two of the same sort");
        }
        if (!Files.isDirectory(first)) {
            String name = first.getFileName().toString();
            return new FilePairs(List.of(new Pair(name, first, second)), List.of(), List.of());
        }
        List<PathMatcher> patterns = ignored.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
        return of(files(first, patterns), files(second, patterns));
    }

    private static FilePairs of(TreeMap<String, Path> first, TreeMap<String, Path> second) {
        List<Pair> pairs = new ArrayList<>();
        first.forEach((name, file) -> {
            if (second.containsKey(name)) {
                pairs.add(new Pair(name, file, second.get(name)));
            }
        });
        TreeSet<String> onlyFirst = new TreeSet<>(first.keySet());
        onlyFirst.removeAll(second.keySet());
        TreeSet<String> onlySecond = new TreeSet<>(second.keySet());
        onlySecond.removeAll(first.keySet());
        return new FilePairs(pairs, List.copyOf(onlyFirst), List.copyOf(onlySecond));
    }

    private static void require(Path path) {
        if (!Files.exists(path)) {
            throw new UserError(ExitCode.BAD_INPUT, path + ": no such file or folder");
        }
    }

    /** Returns the files below a folder by their names in it; hidden ones are left out. */
    private static TreeMap<String, Path> files(Path folder, List<PathMatcher> ignored) {
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> ignored.stream()
                            .noneMatch(pattern -> pattern.matches(file.getFileName())))
                    .forEach(file -> files.put(folder.relativize(file).toString(), file));
        } catch (IOException e) {
            throw new UserError(ExitCode.BAD_INPUT, folder + ": cannot be read: " + e.getMessage());
        }
        return files;
    }
}
