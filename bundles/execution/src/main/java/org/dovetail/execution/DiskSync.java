package org.dovetail.execution;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Brings files to disk, each on a thread of its own: disks are faster at several at a time, and while
 * they are at one the next can be written.
 *
 * <p><b>Threads.</b> For one thread.
 */
final class DiskSync {

    private final Map<Path, CompletableFuture<Void>> begun = new LinkedHashMap<>();

    /** Begins to bring a file to disk, once. */
    void begin(Path file) {
        begun.computeIfAbsent(file, path -> {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            Thread thread = new Thread(() -> end(path, ended), "sync");
            thread.setDaemon(true); // what waits for it is not
            thread.start();
            return ended;
        });
    }

    private static void end(Path file, CompletableFuture<Void> ended) {
        try {
            now(file, StandardOpenOption.WRITE);
            ended.complete(null);
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /**
     * Waits until all are on disk.
     *
     * @throws IOException if one is not
     */
    void await() throws IOException {
        for (CompletableFuture<Void> ended : begun.values()) {
            try {
                ended.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof IOException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }

    /** Brings a file or folder to disk. */
    static void now(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
