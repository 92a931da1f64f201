package org.dovetail.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.connect.ConnectContent;

/** The content of a bundle whose jar is on the class path. */
final class ClassPathJar implements ConnectContent {

    private final Path file;
    private @Nullable JarFile jar;

    ClassPathJar(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void open() throws IOException {
        if (jar == null) {
            jar = new JarFile(file.toFile(), false);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (jar != null) {
            jar.close();
            jar = null;
        }
    }

    /** Returns nothing: the framework reads the manifest. */
    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() {
        return List.copyOf(opened().stream().map(ZipEntry::getName).toList());
    }

    @Override
    public Optional<ConnectEntry> getEntry(String path) {
        JarFile open = opened();
        ZipEntry entry = open.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(new Entry(open, entry));
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(ClassPathJar.class.getClassLoader());
    }

    private synchronized JarFile opened() {
        if (jar == null) {
            throw new IllegalStateException(file + " is closed");
        }
        return jar;
    }

    private record Entry(JarFile jar, ZipEntry entry) implements ConnectEntry {

        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}
