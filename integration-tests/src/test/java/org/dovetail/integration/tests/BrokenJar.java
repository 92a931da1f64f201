package org.dovetail.integration.tests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Makes jars that a framework cannot use, each from compiled classes as a plugin's build would. */
final class BrokenJar {

    private static final String ROOT = "org.dovetail.fixture.broken.";
    private static final int RELEASE = 7; // the byte of a class file with the release of Java

    private BrokenJar() {}

    /**
     * Builds a bundle.
     *
     * @param fixture the last part of the package with its classes
     * @param headers instructions for bnd, name and value in turn
     */
    static byte[] of(String fixture, String... headers) {
        try (Builder builder = new Builder()) {
            builder.setClasspath(FixtureBundle.classPath());
            builder.setBundleSymbolicName("org.example." + fixture);
            builder.setBundleVersion("1.0.0");
            builder.setProperty("Private-Package", ROOT + fixture);
            builder.setProperty("Import-Package", "org.jspecify.*;resolution:=optional, *");
            for (int i = 0; i < headers.length; i += 2) {
                builder.setProperty(headers[i], headers[i + 1]);
            }
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IllegalStateException(fixture + ": " + builder.getErrors());
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                jar.write(bytes);
                return bytes.toByteArray();
            }
        } catch (Exception e) { // declared so by the library
            throw new IllegalStateException("fixture " + fixture, e);
        }
    }

    /** Makes a bundle without classes of a manifest. */
    static byte[] empty(String name, String... headers) {
        StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\n");
        if (!name.isEmpty()) {
            manifest.append("Bundle-ManifestVersion: 2\nBundle-SymbolicName: ")
                    .append(name)
                    .append('\n');
        }
        for (int i = 0; i < headers.length; i += 2) {
            manifest.append(headers[i]).append(": ").append(headers[i + 1]).append('\n');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            jar.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** Lets a jar's classes be those of a compiler for a newer Java. */
    static byte[] compiledFor(int java, byte[] jar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar));
                JarOutputStream out = new JarOutputStream(bytes, in.getManifest())) {
            for (JarEntry entry = in.getNextJarEntry();
                    entry != null;
                    entry = in.getNextJarEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(".class")) {
                    content[RELEASE] = (byte) (java + 44);
                }
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(content);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
