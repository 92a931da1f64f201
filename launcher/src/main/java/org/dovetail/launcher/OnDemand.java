package org.dovetail.launcher;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** A framework that starts when it is first needed, or ahead of that beside other work. */
final class OnDemand implements Supplier<BundleContext>, AutoCloseable {

    private final Start start;
    private @Nullable CompletableFuture<Container> container;

    /**
     * Prepares to start.
     *
     * @param start what to start, and how
     */
    OnDemand(Start start) {
        this.start = start;
    }

    /** Begins to start on another thread. */
    synchronized void begin() {
        if (container == null) {
            CompletableFuture<Container> future = new CompletableFuture<>();
            container = future;
            Thread thread = new Thread(() -> complete(future), "framework");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void complete(CompletableFuture<Container> future) {
        try {
            future.complete(Container.start(start));
        } catch (IOException | BundleException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    /** Returns the framework's context as soon as everything has started. */
    @Override
    public BundleContext get() {
        return container().framework().getBundleContext();
    }

    /**
     * Returns what has started, which it awaits.
     *
     * @throws StartFailure if the framework does not start
     */
    Container container() {
        begin();
        try {
            return started().join();
        } catch (CompletionException e) {
            throw new StartFailure(e.getCause());
        }
    }

    private synchronized CompletableFuture<Container> started() {
        if (container == null) {
            throw new IllegalStateException("not begun");
        }
        return container;
    }

    /** Stops what was started. */
    @Override
    public synchronized void close() {
        if (container != null) {
            container
                    .handle((started, failure) -> started)
                    .thenAccept(started -> {
                        if (started != null) {
                            started.close();
                        }
                    })
                    .join();
        }
    }

    /** The framework did not start. */
    static final class StartFailure extends IllegalStateException {

        private static final long serialVersionUID = 1;

        StartFailure(Throwable cause) {
            super("the runtime did not start: " + cause.getMessage(), cause);
        }
    }
}
