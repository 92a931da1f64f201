package org.dovetail.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder of this process, gone when it ends.
 *
 * <p>It holds some hundred small files that last as long as a command, so it is in memory where the
 * system has a place for that and nobody asked for another one. Its name need not be a secret, only
 * new, so it is not made of random numbers: to begin with those takes a JVM longer than to start half
 * of a framework.
 *
 * @param folder the folder
 */
record Scratch(Path folder) {

    private static final Path USUAL = Path.of("/tmp");
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int ATTEMPTS = 100;

    /** Bytes that memory must have to spare; a framework takes less than half a megabyte. */
    private static final long PLENTY = 16L << 20;

    /** Bytes that are as good as none. */
    private static final long NONE = 1L << 20;

    /** Makes a folder. */
    static Scratch create() throws IOException {
        Path place = place();
        long number = System.nanoTime();
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                String name = "dovetail-" + ProcessHandle.current().pid() + "-"
                        + Long.toHexString(number + i);
                try {
                    return new Scratch(Files.createDirectory(place.resolve(name), ours(place)));
                } catch (FileAlreadyExistsException e) {
                    // another process of that number, in another name space
                }
            }
            throw new IOException("too many folders of this name");
        } catch (IOException e) {
            throw new IOException(
                    "cannot make a temporary folder in " + place
                            + "; set TMPDIR to a folder that can be written",
                    e);
        }
    }

    private static Path place() {
        Path asked = Path.of(System.getProperty("java.io.tmpdir"));
        return asked.equals(USUAL)
                        && Files.isWritable(MEMORY)
                        && MEMORY.toFile().getUsableSpace() >= PLENTY
                ? MEMORY
                : asked;
    }

    /**
     * Tells whether a failure to write here is one of space; what the framework says of that does not
     * name it.
     *
     * @throws IOException if there is no space left
     */
    void checkSpace() throws IOException {
        Path place = folder.getParent();
        if (place.toFile().getUsableSpace() < NONE) {
            throw new IOException(
                    "no space left in " + place + "; set TMPDIR to a folder with more");
        }
    }

    private static FileAttribute<?>[] ours(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Deletes the folder; what cannot be deleted stays, since nothing more can be done for it. */
    void delete() {
        delete(folder.toFile());
    }

    private static void delete(File file) {
        File[] inside = file.listFiles(); // nothing if it is no folder
        if (inside != null) {
            for (File each : inside) {
                delete(each);
            }
        }
        file.delete(); // unless it is gone already
    }
}
