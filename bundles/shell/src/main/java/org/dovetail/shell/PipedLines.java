package org.dovetail.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a pipe, which are read on a thread of their own: that cannot be interrupted as long as
 * nobody writes, but the wait for it can.
 */
final class PipedLines implements Lines {

    /** What came of reading a line. */
    private record Read(
            Optional<String> line,
            Optional<String> place,
            @Nullable IOException failure) {}

    private final BlockingQueue<Read> next = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private Optional<String> place = Optional.empty();

    /**
     * Begins to read.
     *
     * @param lines the pipe; not closed, since that would wait for a line, too
     */
    PipedLines(Lines lines) {
        thread = new Thread(() -> readAll(lines), "shell-lines");
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll(Lines lines) {
        try {
            Read read = read(lines);
            while (read.line().isPresent()) {
                next.put(read);
                read = read(lines);
            }
            next.put(read);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody wants more
        }
    }

    private static Read read(Lines lines) {
        try {
            Optional<String> line = lines.next();
            return new Read(line, lines.place(), null);
        } catch (IOException e) {
            return new Read(Optional.empty(), Optional.empty(), e);
        }
    }

    @Override
    public Optional<String> next() throws IOException {
        try {
            Read read = next.take();
            if (read.failure() != null) {
                throw read.failure();
            }
            place = read.place();
            return read.line();
        } catch (InterruptedException e) {
            return Optional.of("");
        }
    }

    @Override
    public Optional<String> place() {
        return place;
    }

    @Override
    public void during(Runnable end, Runnable work) {
        work.run();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
