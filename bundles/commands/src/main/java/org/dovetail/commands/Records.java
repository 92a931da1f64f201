package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.recorded.CatalogueFile;
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
     * @return whether it was made: not if something that is installed cannot be used
     * @throws IOException if the file cannot be written
     */
    public static boolean make(
            Path file, String state, BundleContext framework, List<Bundle> plugins)
            throws IOException {
        Installation installation = installation(framework);
        Catalogue catalogue = installation.trees().catalogue();
        return installation.failures().isEmpty()
                && new CatalogueFile(file, state)
                        .write(new CatalogueFile.Recorded(
                                catalogue, algorithmsOnly(catalogue, plugins)));
    }

    /** Returns whether the plugins offer nothing but algorithms, so that none need be started. */
    public boolean algorithmsOnly() {
        return recorded.algorithmsOnly();
    }

    /**
     * Returns the commands.
     *
     * @param version the version of the distribution
     * @param framework starts the framework, or returns the one that has started
     */
    public Commands commands(String version, Supplier<BundleContext> framework) {
        Supplier<BundleContext> started = () -> started(framework);
        return new CommandLines(new Recorded(
                recorded.catalogue(), version, () -> installation(started.get()), started));
    }

    /** What the launcher says of a framework that does not start is for people. */
    private static BundleContext started(Supplier<BundleContext> framework) {
        try {
            return framework.get();
        } catch (IllegalStateException e) {
            throw new UserError(ExitCode.ENVIRONMENT, e.getMessage());
        }
    }

    /** A plugin is to be started if it has an activator or a component that is no algorithm. */
    private static boolean algorithmsOnly(Catalogue catalogue, List<Bundle> plugins) {
        for (Bundle plugin : plugins) {
            String components = plugin.getHeaders("").get("Service-Component");
            int described = components == null ? 0 : components.split(",").length;
            long algorithms = 0;
            for (AlgorithmDescription algorithm : catalogue.algorithms()) {
                algorithms += algorithm.bundle().id() == plugin.getBundleId() ? 1 : 0;
            }
            if (described != algorithms || plugin.getHeaders("").get("Bundle-Activator") != null) {
                return false;
            }
        }
        return true;
    }

    private static Installation installation(BundleContext framework) {
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
