package org.dovetail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarChecksumTest {

    @TempDir
    private Path folder;

    @Test
    void otherContentOfTheSameSizeAndTimeIsTold() throws IOException {
        Path one = folder.resolve("one.jar");
        Path other = folder.resolve("other.jar");
        Jars.writeClass(one, "Bundle-SymbolicName: x", new byte[] {1, 2, 3, 4});
        Jars.writeClass(other, "Bundle-SymbolicName: x", new byte[] {1, 2, 3, 5});
        FileTime time = FileTime.fromMillis(0);
        Files.setLastModifiedTime(one, time);
        Files.setLastModifiedTime(other, time);
        assertEquals(Files.size(one), Files.size(other), "so that size does not tell them apart");
        assertNotEquals(JarChecksum.of(one), JarChecksum.of(other));
    }

    @Test
    void copyIsTheSame() throws IOException {
        Path one = folder.resolve("one.jar");
        Jars.writeClass(one, "Bundle-SymbolicName: x", new byte[] {1, 2, 3, 4});
        Path copy = Files.copy(one, folder.resolve("copy.jar"));
        assertEquals(JarChecksum.of(one), JarChecksum.of(copy));
    }

    @Test
    void whatIsNoJarCountsWhole() throws IOException {
        Path one = Files.write(folder.resolve("one.jar"), new byte[100]);
        byte[] changed = new byte[100];
        changed[0] = 1;
        Path other = Files.write(folder.resolve("other.jar"), changed);
        assertNotEquals(JarChecksum.of(one), JarChecksum.of(other));
        assertEquals("0 0", JarChecksum.of(Files.createFile(folder.resolve("empty.jar"))));
    }
}
