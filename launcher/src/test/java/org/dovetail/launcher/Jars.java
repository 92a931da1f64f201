package org.dovetail.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes jars for tests: a manifest and some classes. */
final class Jars {

    private Jars() {}

    static Path write(Path file, String headers, Class<?>... classes) throws IOException {
        Files.createDirectories(file.getParent());
        String manifest = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n" + headers + "\n";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(
                        out,
                        new Manifest(new ByteArrayInputStream(
                                manifest.getBytes(StandardCharsets.UTF_8))))) {
            for (Class<?> each : classes) {
                String name = each.getName().replace('.', '/') + ".class";
                try (InputStream in = each.getClassLoader().getResourceAsStream(name)) {
                    add(jar, name, in.readAllBytes());
                }
            }
        }
        return file;
    }

    static Path writeClass(Path file, String headers, byte... content) throws IOException {
        Files.createDirectories(file.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            add(
                    jar,
                    "META-INF/MANIFEST.MF",
                    ("Manifest-Version: 1.0\n" + headers + "\n").getBytes(StandardCharsets.UTF_8));
            add(jar, "some/Thing.class", content);
        }
        return file;
    }

    private static void add(JarOutputStream jar, String name, byte... content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
