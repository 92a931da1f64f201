package org.dovetail.commands;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Echoes its arguments, lists what failed to start, names its cache, logs, throws, or is hard of
 * hearing.
 */
public final class FakeCommands implements BundleActivator, Commands {

    private static final Logger LOG = LoggerFactory.getLogger("some.task");

    private final CountDownLatch drained = new CountDownLatch(2);
    private BundleContext context;

    @Override
    public void start(BundleContext started) {
        context = started;
        started.registerService(Commands.class, this, null);
    }

    @Override
    public void stop(BundleContext stopped) {}

    @Override
    public int run(String[] args, PrintStream out, PrintStream err) {
        switch (args[0]) {
            case "doctor", "config" ->
                failures().forEach((file, why) -> out.println(file + " | " + why));
            case "show" -> out.println(context.getProperty(Constants.FRAMEWORK_STORAGE));
            case "report" -> LOG.info("{} of {}", 1, 2);
            case "demo" -> {
                return endOnTheSecondRequest();
            }
            case "run" -> throw new IllegalStateException("a bug");
            default -> out.println(String.join(" ", args));
        }
        return 4;
    }

    @Override
    public void drain() {
        drained.countDown();
    }

    /** Is as one that had not begun when the signal came. */
    private int endOnTheSecondRequest() {
        try {
            Class<?> signal =
                    Class.forName("sun.misc.Signal", true, ClassLoader.getSystemClassLoader());
            Object terminate = signal.getConstructor(String.class).newInstance("TERM");
            signal.getMethod("raise", signal).invoke(null, terminate);
            return drained.await(1, TimeUnit.MINUTES) ? 75 : 0;
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<?, ?> failures() {
        try {
            ServiceReference<?>[] found = context.getServiceReferences(
                    Supplier.class.getName(), "(name=org.dovetail.launcher.failures)");
            return (Map<?, ?>) ((Supplier<?>) context.getService(found[0])).get();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
