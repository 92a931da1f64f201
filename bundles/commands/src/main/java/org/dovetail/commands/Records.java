package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.recorded.CatalogueFile;
import org.dovetail.execution.ExitCode;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Commands from a record of what is installed, for a launcher that wants to start a framework only
 * when a command needs one. The bundles of the platform must be on its class path.
 *
 * @since 1.0
 */
public final class Records {

    private static final String BUNDLE = "org.dovetail.commands";

    private Records() {}

    /**
     * Returns the commands.
     *
     * @param file the record
     * @param state what must have been installed when the record was made
     * @param version the version of the distribution
     * @param framework starts the framework, or returns the one that has started
     * @return the commands; nothing if there is no record of this state
     */
    public static Optional<Commands> commands(
            Path file, String state, String version, Supplier<BundleContext> framework) {
        Optional<Catalogue> recorded = new CatalogueFile(file, state).read();
        return recorded.map(catalogue -> new CommandLines(
                new Recorded(catalogue, version, () -> installation(framework.get()))));
    }

    /**
     * Makes a record of what is installed in a framework.
     *
     * @param file the record
     * @param state what is installed
     * @param framework the framework
     * @return whether it was made: not if something that is installed cannot be used
     * @throws IOException if the file cannot be written
     */
    public static boolean make(Path file, String state, BundleContext framework)
            throws IOException {
        Installation installation = installation(framework);
        return installation.failures().isEmpty()
                && new CatalogueFile(file, state).write(installation.trees().catalogue());
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
