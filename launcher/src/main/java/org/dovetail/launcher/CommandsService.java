package org.dovetail.launcher;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.dovetail.launcher.logging.Logging;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The {@code org.dovetail.commands.Commands} service, called by reflection: its interface belongs
 * to the bundle that exports it, and the launcher, outside of the framework, shares no class with
 * any bundle. Its methods: {@code int run(String[], PrintStream out, PrintStream err)} and, if it
 * can stop early, {@code void drain()}.
 *
 * @param type the interface
 * @param service the service
 */
record CommandsService(Class<?> type, Object service) {

    /** The name of the interface. */
    static final String NAME = "org.dovetail.commands.Commands";

    /** Returns the service of a framework; nothing if there is none. */
    static Optional<CommandsService> of(BundleContext context) {
        try {
            // All of them: the framework itself imports nothing, so no service "fits" it.
            ServiceReference<?>[] found = context.getAllServiceReferences(NAME, null);
            Object service = found == null ? null : context.getService(found[0]);
            return service == null
                    ? Optional.empty()
                    : Optional.of(
                            new CommandsService(found[0].getBundle().loadClass(NAME), service));
        } catch (InvalidSyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException("a service without its interface", e);
        }
    }

    @SuppressWarnings("try") // the signals act by being there
    int run(PrintStream out, PrintStream err, String... args) {
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        caller.setContextClassLoader(service.getClass().getClassLoader());
        try (Signals signals = drains() ? new Signals(this::drain, err) : null) {
            Method run =
                    type.getMethod("run", String[].class, PrintStream.class, PrintStream.class);
            return (int) run.invoke(service, args, out, err);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OnDemand.StartFailure failure) {
                throw failure;
            }
            err.println("dovetail: internal error: " + e.getCause());
            if (Logging.tracing()) {
                e.getCause().printStackTrace(err);
            } else {
                err.println("  with -L DEBUG the stack trace follows");
            }
            return Main.INTERNAL;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the commands do not fit this launcher", e);
        } finally {
            caller.setContextClassLoader(before);
        }
    }

    private boolean drains() {
        return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals("drain"));
    }

    private void drain() {
        try {
            type.getMethod("drain").invoke(service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
