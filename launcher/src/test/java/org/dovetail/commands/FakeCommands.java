package org.dovetail.commands;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Echoes its arguments, lists what failed to start, names its cache, logs or throws. */
public final class FakeCommands implements BundleActivator, Commands {

    private static final Logger LOG = LoggerFactory.getLogger("some.task");

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
            case "run" -> throw new IllegalStateException("a bug");
            default -> out.println(String.join(" ", args));
        }
        return 4;
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
