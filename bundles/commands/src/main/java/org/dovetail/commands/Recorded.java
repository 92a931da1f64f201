package org.dovetail.commands;

import java.util.Map;
import java.util.function.Supplier;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.recorded.RecordedTrees;
import org.dovetail.execution.Formats;
import org.osgi.framework.BundleContext;

/**
 * An installation that is known from a record, so that to look at it takes no framework; one is
 * asked for when something is to be built, read or written.
 */
final class Recorded implements Installation {

    private final TaskTrees trees;
    private final String version;
    private final Supplier<Installation> framework;

    /**
     * Knows an installation.
     *
     * @param catalogue what is installed; all of it can be used
     * @param version the version of the distribution
     * @param framework the installation in a framework; may be asked more than once
     * @param context that framework
     */
    Recorded(
            Catalogue catalogue,
            String version,
            Supplier<Installation> framework,
            Supplier<BundleContext> context) {
        this.trees = new RecordedTrees(catalogue, () -> framework.get().trees(), context);
        this.version = version;
        this.framework = framework;
    }

    @Override
    public TaskTrees trees() {
        return trees;
    }

    @Override
    public Formats formats() {
        return framework.get().formats();
    }

    /** Returns nothing: what has failures is not recorded. */
    @Override
    public Map<String, String> failures() {
        return Map.of();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Installation inFramework() {
        return framework.get();
    }
}
