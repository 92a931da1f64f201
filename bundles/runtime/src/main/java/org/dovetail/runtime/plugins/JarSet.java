package org.dovetail.runtime.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dovetail.task.TaskException;

/**
 * The jars of one set, each looked at, in an order that does not depend on how they were named.
 *
 * @param jars the jars by name and version, each once
 * @param problems what is wrong with files
 */
record JarSet(Collection<JarBundle> jars, List<String> problems) {

    static JarSet of(List<Path> files) {
        List<String> problems = new ArrayList<>();
        TreeMap<String, JarBundle> jars = new TreeMap<>();
        for (Path file : expand(files, problems)) {
            try {
                JarBundle jar = new JarFileCheck(file).read();
                JarBundle other = jars.putIfAbsent(jar.id(), jar);
                if (other != null && !other.digest().equals(jar.digest())) {
                    problems.add(jar.file() + ": is " + jar.id() + ", as " + other.file()
                            + " is, but with other contents; one of them needs another version");
                }
            } catch (TaskException e) {
                problems.add(e.getMessage());
            }
        }
        return new JarSet(jars.values(), problems);
    }

    private static List<Path> expand(List<Path> files, List<String> problems) {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isDirectory(file)) {
                all.add(file);
                continue;
            }
            List<Path> found = jars(file, problems);
            if (found.isEmpty()) {
                problems.add(file + ": there is no jar in this folder");
            }
            all.addAll(found);
        }
        return all;
    }

    private static List<Path> jars(Path folder, List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(folder + ": cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
