package org.dovetail.launcher;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** Looks at a plugin's file before the framework does, for a reason that a person can act on. */
final class Preflight {

    /** The class file version of Java N is N + 44. */
    private static final int CLASS_FILE_BASE = 44;

    private Preflight() {}

    /** Returns what is wrong with the file, or an empty text. */
    static String problem(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            String manifest = manifestProblem(jar.getManifest());
            return manifest.isEmpty()
                    ? javaProblem(jar)
                    : manifest + "; build it as docs/plugins.md says, or" + Reasons.remove(file);
        } catch (ZipException e) {
            return "not a readable jar file: " + e.getMessage() + "; copy it again, or"
                    + Reasons.remove(file);
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            return "not readable: " + e.getMessage() + "; copy it again, or" + Reasons.remove(file);
        }
    }

    private static String manifestProblem(Manifest manifest) {
        if (manifest == null) {
            return "no bundle: it has no META-INF/MANIFEST.MF";
        }
        Attributes main = manifest.getMainAttributes();
        return main.getValue("Bundle-SymbolicName") == null
                ? "no bundle: its manifest has no Bundle-SymbolicName"
                : "";
    }

    /** Looks at the first class only: one compiler run makes them all. */
    private static String javaProblem(JarFile jar) throws IOException {
        ZipEntry first = jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .filter(entry -> !entry.getName().startsWith("META-INF/"))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return "";
        }
        try (DataInputStream in = new DataInputStream(jar.getInputStream(first))) {
            in.readInt(); // the magic number
            in.readUnsignedShort(); // the minor version
            int needed = in.readUnsignedShort() - CLASS_FILE_BASE;
            int present = Runtime.version().feature();
            return needed > present ? Reasons.needsJava(Integer.toString(needed)) : "";
        }
    }
}
