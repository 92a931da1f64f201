package org.dovetail.benchmarks.swap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The entries of a jar, to be packed again under any version. */
public final class Release {

    private final Manifest manifest;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private Release(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Reads a bundle. */
    public static Release of(Path jar) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            Release release = new Release(from.getManifest());
            for (JarEntry entry : from.stream().toList()) {
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    try (InputStream in = from.getInputStream(entry)) {
                        release.entries.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return release;
        }
    }

    /** Adds a class of the class path, and makes it the activator. */
    public Release activated(Class<?> activator) throws IOException {
        String file = activator.getName().replace('.', '/') + ".class";
        try (InputStream in = activator.getClassLoader().getResourceAsStream(file)) {
            entries.put(file, in.readAllBytes());
        }
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue(
                "Import-Package",
                "org.osgi.framework," + headers.getValue("Import-Package"));
        headers.remove(new Attributes.Name("Require-Capability")); // no component runtime here
        return this;
    }

    /** Makes a bundle of nothing but an activator. */
    public static Release only(Class<?> activator) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", activator.getSimpleName());
        manifest.getMainAttributes().putValue("Import-Package", "java.util");
        return new Release(manifest).activated(activator);
    }

    /** Packs it under a version. */
    public byte[] version(String version) throws IOException {
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                to.putNextEntry(new JarEntry(entry.getKey()));
                to.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
