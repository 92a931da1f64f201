package org.dovetail.launcher;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * A framework that starts when it is first needed, or ahead of that beside other work: it can begin
 * before it is known what it will start with.
 */
final class OnDemand implements Supplier<BundleContext>, AutoCloseable {

    private final CompletableFuture<Start> start = new CompletableFuture<>();
    private @Nullable CompletableFuture<Container> container;

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

    /** Tells what the framework is to start with; the first that is told counts. */
    void startWith(Start what) {
        start.complete(what);
    }

    private void complete(CompletableFuture<Container> future) {
        try {
            future.complete(started(Container.create()));
        } catch (IOException | BundleException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private Container started(Container created) throws IOException, BundleException {
        try {
            created.start(start.join());
            return created;
        } catch (IOException | BundleException | RuntimeException e) {
            created.close();
            throw e;
        }
    }

    /** Returns the framework's context as soon as everything has started. */
    @Override
    public BundleContext get() {
        return container().context();
    }

    /**
     * Returns what has started, which it awaits; somebody must have told what that is.
     *
     * @throws StartFailure if the framework does not start
     */
    Container container() {
        begin();
        try {
            return begun().join();
        } catch (CompletionException e) {
            throw new StartFailure(e.getCause());
        }
    }

    private synchronized CompletableFuture<Container> begun() {
        if (container == null) {
            throw new IllegalStateException("not begun");
        }
        return container;
    }

    /** Stops what was started, or was about to. */
    @Override
    public synchronized void close() {
        start.completeExceptionally(new CancellationException("not needed"));
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
