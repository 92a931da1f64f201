package org.dovetail.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dovetail.image.Image;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.Role;

/** Every role of the API, found in its classes. */
final class Roles {

    private Roles() {}

    /** Returns the interfaces that are roles. */
    static Set<Class<?>> all() {
        Set<Class<?>> roles = new HashSet<>();
        for (Class<?> known : List.of(PipelineTask.class, Image.class)) {
            roles.addAll(in(known));
        }
        return roles;
    }

    /** Looks into the folder or the jar that a class comes from. */
    private static List<Class<?>> in(Class<?> known) {
        Path place;
        try {
            place = Path.of(
                    known.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        try {
            if (Files.isDirectory(place)) {
                return in(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return in(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Class<?>> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && name.startsWith("org"))
                    .filter(name -> !name.endsWith("-info.class"))
                    .<Class<?>>map(Roles::load)
                    .filter(type -> type.isAnnotationPresent(Role.class))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length());
        try {
            return Class.forName(
                    name.replaceAll("[/\\\\]", "."), false, Roles.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
