package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.recorded.CatalogueFile;
import org.dovetail.assembly.recorded.Lean;
import org.dovetail.execution.ExitCode;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A record of what is installed, for a launcher that wants to start a framework only when a command
 * needs one. The bundles of the platform must be on its class path.
 *
 * @since 1.0
 */
public final class Records {

    private static final String BUNDLE = "org.dovetail.commands";

    private final CatalogueFile.Recorded recorded;

    private Records(CatalogueFile.Recorded recorded) {
        this.recorded = recorded;
    }

    /**
     * Reads a record.
     *
     * @param file the record
     * @param state what must have been installed when it was made
     * @return the record; nothing if there is none of this state
     */
    public static Optional<Records> read(Path file, String state) {
        return new CatalogueFile(file, state).read().map(Records::new);
    }

    /**
     * Makes a record of what is installed in a framework.
     *
     * @param file the record
     * @param state what is installed
     * @param framework the framework
     * @param plugins the bundles that are not of the platform
     * @param needed the jars of the platform that plugins are wired to
     * @return whether it was made: not if something that is installed cannot be used
     * @throws IOException if the file cannot be written
     */
    public static boolean make(
            Path file,
            String state,
            BundleContext framework,
            List<Bundle> plugins,
            List<String> needed)
            throws IOException {
        Framework installation = installation(framework);
        return installation.failures().isEmpty()
                && new CatalogueFile(file, state)
                        .write(new CatalogueFile.Recorded(
                                installation.trees().catalogue(),
                                new Frugality(installation, plugins, needed).lean()));
    }

    /**
     * Returns the jars of the platform that are enough in the framework, beside plugins that are
     * resolved but not started; nothing if all is needed.
     */
    public Optional<List<String>> enough() {
        return recorded.lean().map(Lean::bundles);
    }

    /**
     * Returns the commands.
     *
     * @param version the version of the distribution
     * @param framework starts the framework, or returns the one that has started, with all that is
     *     installed or what is enough
     */
    public Commands commands(String version, Supplier<BundleContext> framework) {
        Supplier<BundleContext> started = () -> started(framework);
        return new CommandLines(
                new Recorded(recorded, version, () -> installation(started.get()), started));
    }

    /** What the launcher says of a framework that does not start is for people. */
    private static BundleContext started(Supplier<BundleContext> framework) {
        try {
            return framework.get();
        } catch (IllegalStateException e) {
            throw new UserError(ExitCode.ENVIRONMENT, e.getMessage());
        }
    }

    private static Framework installation(BundleContext framework) {
        for (Bundle bundle : framework.getBundles()) {
            BundleContext context = bundle.getBundleContext();
            if (context != null && BUNDLE.equals(bundle.getSymbolicName())) {
                ServiceReference<TaskTrees> trees = context.getServiceReference(TaskTrees.class);
                if (trees != null) {
                    return new Framework(context, context.getService(trees));
                }
            }
        }
        throw new UserError(
                ExitCode.INTERNAL,
                "broken installation: bundle " + BUNDLE + " did not start; dovetail doctor tells"
                        + " why");
    }
}
