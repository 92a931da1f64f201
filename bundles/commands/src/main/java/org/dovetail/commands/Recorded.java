package org.dovetail.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.recorded.CatalogueFile;
import org.dovetail.assembly.recorded.RecordedTrees;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.Formats;
import org.osgi.framework.BundleContext;

/**
 * An installation that is known from a record, so that to look at it takes no framework; one is
 * asked for when something is to be built. What reads and writes files is made by {@code new}, where
 * the record says that this is enough.
 */
final class Recorded implements Installation {

    private final CatalogueFile.Recorded recorded;
    private final TaskTrees trees;
    private final String version;
    private final Supplier<Installation> framework;

    /**
     * Knows an installation.
     *
     * @param recorded what is installed; all of it can be used
     * @param version the version of the distribution
     * @param framework the installation in a framework that has all of it
     * @param context a framework that has at least what the record says is enough
     */
    Recorded(
            CatalogueFile.Recorded recorded,
            String version,
            Supplier<Installation> framework,
            Supplier<BundleContext> context) {
        this.recorded = recorded;
        this.trees = new RecordedTrees(recorded.catalogue(), context);
        this.version = version;
        this.framework = framework;
    }

    @Override
    public TaskTrees trees() {
        return trees;
    }

    @Override
    public Formats formats() {
        return recorded.lean().isPresent()
                ? new Formats(made(recorded.lean().get().formats()))
                : framework.get().formats();
    }

    private static List<StorageFormat<?>> made(List<String> classes) {
        List<StorageFormat<?>> formats = new ArrayList<>();
        for (String name : classes) {
            try {
                formats.add(
                        (StorageFormat<?>) Class.forName(name).getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + " is not as it was recorded", e);
            }
        }
        return formats;
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
