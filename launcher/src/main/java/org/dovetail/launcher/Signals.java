package org.dovetail.launcher;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP (the terminal or the connection is gone) into a request
 * to drain: finish what is in flight, then return. A second SIGINT ends the process at once. A signal
 * that was ignored when the JVM began, as nohup does, stays ignored.
 *
 * <p>The JDK's signal class is called by reflection. It is in a supported module, but javac warns
 * of every use and lets nobody say that it is meant.
 */
final class Signals implements AutoCloseable {

    private static final int SIGNALLED = 128;
    private static final long TICK = 50; // milliseconds

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger interrupts = new AtomicInteger();
    private final Runnable drain;
    private final PrintStream err;
    private final List<Runnable> undo = new ArrayList<>();

    /**
     * Listens until closed.
     *
     * @param drain asks for the end of the work; called from other threads, again and again from the
     *     first signal on, since work that is just beginning does not hear the first time
     * @param err where the user is told, when the end was asked for
     */
    Signals(Runnable drain, PrintStream err) {
        this.drain = drain;
        this.err = err;
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object mine = Proxy.newProxyInstance(
                    handler.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, args) -> handle(args[0]));
            Method handle = signal.getMethod("handle", signal, handler);
            for (String name : List.of("INT", "TERM", "HUP")) {
                Object which = signal.getConstructor(String.class).newInstance(name);
                Object before = handle.invoke(null, which, mine);
                undo.add(() -> restore(handle, which, before));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no signals", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        undo.forEach(Runnable::run);
    }

    /** Runs on a thread of its own for each signal. */
    private Object handle(Object signal) throws ReflectiveOperationException, InterruptedException {
        int number = (int) signal.getClass().getMethod("getNumber").invoke(signal);
        if (number == 2 && interrupts.incrementAndGet() > 1) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
        drain.run();
        err.println("dovetail: finishing what is in flight; Ctrl-C again aborts");
        while (!closed.await(TICK, TimeUnit.MILLISECONDS)) {
            drain.run();
        }
        return signal;
    }

    private static void restore(Method handle, Object which, Object before) {
        try {
            handle.invoke(null, which, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
