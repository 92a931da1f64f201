package org.dovetail.assembly;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

/** Makes class files look as if they were compiled for a Java that is yet to come. */
public final class NewerClass {

    private NewerClass() {}

    public static byte[] in(byte[] jar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream from = new JarInputStream(new ByteArrayInputStream(jar));
                JarOutputStream to = new JarOutputStream(bytes, from.getManifest())) {
            JarEntry entry = from.getNextJarEntry();
            while (entry != null) {
                byte[] content = from.readAllBytes();
                if (entry.getName().endsWith(".class")) {
                    content[7] = (byte) (44 + Runtime.version().feature() + 4);
                }
                to.putNextEntry(new JarEntry(entry.getName()));
                to.write(content);
                entry = from.getNextJarEntry();
            }
        }
        return bytes.toByteArray();
    }
}
