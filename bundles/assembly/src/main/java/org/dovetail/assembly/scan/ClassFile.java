package org.dovetail.assembly.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads class files of bundles as bytes; loads no class. */
final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_OFFSET = 44; // class files of Java 17 have version 61

    private ClassFile() {}

    /**
     * Reads a class file that this Java can run.
     *
     * @param bundle the bundle that has the class or imports it
     * @param className the name of the class
     * @throws TaskException whose message is the reason if that cannot be done
     */
    static byte[] read(Bundle bundle, String className) {
        try (InputStream in = open(bundle, className)) {
            byte[] bytes = in.readAllBytes();
            check(bytes, className);
            return bytes;
        } catch (IOException e) {
            throw refusal("class " + className + " cannot be read: " + e.getMessage());
        }
    }

    /** Returns why this Java cannot run a class, or nothing if it can; reads eight bytes. */
    static Optional<String> problem(Bundle bundle, String className) {
        try (InputStream in = open(bundle, className)) {
            check(in.readNBytes(8), className);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("class " + className + " cannot be read: " + e.getMessage());
        } catch (TaskException e) {
            return Optional.of(e.getMessage());
        }
    }

    static TaskException refusal(String reason) {
        return new TaskException(ErrorCode.NO_SUCH_ALGORITHM, reason);
    }

    /** Returns the words for a class that is too new, the same everywhere. */
    static String needsJava(int release) {
        return "needs Java " + release + "; this is Java " + Runtime.version().feature()
                + "; start with a newer one: JAVA_HOME=/path/to/java-" + release
                + " dovetail doctor";
    }

    private static InputStream open(Bundle bundle, String className) throws IOException {
        String path = className.replace('.', '/') + ".class";
        URL url = bundle.getEntry(path);
        if (url == null) { // in a jar within the bundle, imported, or the framework's own
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
            url = loader == null ? null : loader.getResource(path);
        }
        if (url == null) {
            throw refusal("class " + className + " is not in the bundle");
        }
        return url.openStream();
    }

    private static void check(byte[] bytes, String className) {
        if (bytes.length < 8 || (word(bytes, 0) << 16 | word(bytes, 2)) != MAGIC) {
            throw refusal("class " + className + " is damaged");
        }
        int release = word(bytes, 6) - JAVA_OFFSET;
        if (release > Runtime.version().feature()) {
            throw refusal(needsJava(release));
        }
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
