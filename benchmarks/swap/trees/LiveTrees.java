package org.dovetail.benchmarks.swap.trees;

import java.nio.file.Path;
import java.util.List;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.benchmarks.swap.Release;
import org.dovetail.benchmarks.swap.Subject;
import org.dovetail.benchmarks.swap.Trees;
import org.dovetail.benchmarks.swap.answer.Answerer;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.runtime.Plugins;
import org.osgi.framework.BundleContext;

/** Opens the trees of the benchmark. */
public final class LiveTrees implements Trees {

    private final BundleContext context;
    private final Path folder;

    /** Takes a folder to write versions of plugins to. */
    public LiveTrees(BundleContext context, String... arguments) {
        this.context = context;
        folder = Path.of(arguments[0]);
    }

    @Override
    public Subject extracting(Path plugin, Path exposure) throws Exception {
        Case<PipelineTask> what = new Case<>(
                "live tree",
                TreeRequest.of("extract-sources"),
                PipelineTask.class,
                "background",
                "polynomial",
                Release.of(plugin),
                tree -> new Extraction(context, exposure, tree));
        return new LiveTree<>(context, what, folder);
    }

    @Override
    public Subject answering(Path plugin) throws Exception {
        LiveTree.service(context, Plugins.class).install(List.of(plugin));
        Case<Answerer> what = new Case<>(
                "live tree, a plugin of one class",
                new TreeRequest("answerer", Selector.parse("asking"), List.of()),
                Answerer.class,
                "other",
                "version",
                Release.of(plugin),
                tree -> wanted -> {
                    String answer = tree.tree().task().answer();
                    if (!wanted.isEmpty() && !answer.equals(wanted)) {
                        throw new IllegalStateException(answer + " answers, not " + wanted);
                    }
                });
        return new LiveTree<>(context, what, folder);
    }
}
