package org.dovetail.runtime.trees;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.dovetail.assembly.TaskTrees;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.runtime.Plugin;
import org.dovetail.runtime.Plugins;
import org.jspecify.annotations.Nullable;

/**
 * Knows which algorithms are installed and not to go, for one change of one tree. It looks when it
 * is first asked: where each algorithm is there in one version only, nobody asks.
 */
final class Staying implements Predicate<AlgorithmDescription> {

    private final TaskTrees trees;
    private final Plugins plugins;
    private @Nullable Set<AlgorithmDescription> known;

    Staying(TaskTrees trees, Plugins plugins) {
        this.trees = trees;
        this.plugins = plugins;
    }

    @Override
    public boolean test(AlgorithmDescription algorithm) {
        Set<AlgorithmDescription> staying = known;
        if (staying == null) {
            staying = look();
            known = staying;
        }
        return staying.contains(algorithm);
    }

    private Set<AlgorithmDescription> look() {
        Set<Long> leaving = new HashSet<>();
        plugins.installed().stream()
                .filter(Plugin::retired)
                .forEach(plugin -> leaving.add(plugin.bundle()));
        Set<AlgorithmDescription> staying = new HashSet<>(trees.catalogue().algorithms());
        staying.removeIf(algorithm -> leaving.contains(algorithm.bundle().id()));
        return staying;
    }
}
