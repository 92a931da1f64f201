package org.dovetail.runtime.plugins;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Looks at a jar before the framework does, all of it, for reasons that a person can act on. */
final class JarFileCheck {

    /** The class file version of Java N is N + 44. */
    private static final int CLASS_FILE_BASE = 44;

    private final Path file;
    private final byte[] buffer = new byte[8192];

    JarFileCheck(Path file) {
        this.file = file;
    }

    /** Returns what the jar is, or fails with the reason why it is none. */
    JarBundle read() {
        try {
            // Before all else: a copy with the same digest is then one of what was looked at.
            return read(FileDigest.of(file));
        } catch (NoSuchFileException e) {
            throw wrong("no such file");
        } catch (ZipException e) {
            throw wrong(
                    "not a readable jar file: " + e.getMessage() + "; is it copied completely?");
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            throw wrong("not readable: " + e.getMessage() + "; is it copied completely?");
        }
    }

    private JarBundle read(String digest) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Attributes manifest = manifest(jar.getManifest());
            String name = name(manifest);
            Version version = version(manifest);
            if (manifest.getValue(Constants.FRAGMENT_HOST) != null) {
                throw wrong("is a fragment of "
                        + manifest.getValue(Constants.FRAGMENT_HOST).split(";")[0]
                        + "; a plugin must be a bundle of its own");
            }
            jar.stream().forEach(entry -> readEntry(jar, entry));
            return new JarBundle(file, name, version, digest);
        }
    }

    private Attributes manifest(Manifest manifest) {
        if (manifest == null) {
            throw wrong("no bundle: it has no META-INF/MANIFEST.MF");
        }
        return manifest.getMainAttributes();
    }

    private String name(Attributes manifest) {
        String name = manifest.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null) {
            throw wrong("no bundle: its manifest has no Bundle-SymbolicName");
        }
        return name.split(";")[0].strip();
    }

    private Version version(Attributes manifest) {
        try {
            return Version.parseVersion(manifest.getValue(Constants.BUNDLE_VERSION));
        } catch (IllegalArgumentException e) {
            throw wrong("its manifest has no proper Bundle-Version: " + e.getMessage());
        }
    }

    /** Reads an entry to its end, which tells whether all of it is there. */
    private void readEntry(JarFile jar, JarEntry entry) {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(jar.getInputStream(entry), sum)) {
            String name = entry.getName();
            if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
                checkJava(in);
            }
            while (in.read(buffer) >= 0) {
                continue; // the sum grows
            }
            if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                throw new ZipException("its content is damaged");
            }
        } catch (IOException e) {
            throw wrong("not a readable jar file: " + entry.getName() + ": " + e.getMessage());
        }
    }

    private void checkJava(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        data.readInt(); // the magic number
        data.readUnsignedShort(); // the minor version
        int needed = data.readUnsignedShort() - CLASS_FILE_BASE;
        int present = Runtime.version().feature();
        if (needed > present) {
            throw wrong("compiled for Java " + needed + ", this is Java " + present);
        }
    }

    private TaskException wrong(String what) {
        return new TaskException(ErrorCode.INVALID_CONFIGURATION, file + ": " + what);
    }
}
