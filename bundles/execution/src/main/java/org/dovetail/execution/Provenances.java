package org.dovetail.execution;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.data.Provenance;
import org.dovetail.data.Provenance.InputProvenance;
import org.dovetail.data.Provenance.SlotProvenance;

/**
 * Says what made a dataset.
 *
 * <p>The name of a run is a hash of what is done: the algorithms, their bundles and all settings.
 * It has no part of the data, so that a file is the same bit for bit whether it was made alone, in
 * a batch, or by one of many workers; what was read is in each file's own list of inputs.
 *
 * @since 1.0
 */
public final class Provenances {

    private static final int NAME_DIGITS = 12;

    private Provenances() {}

    /**
     * Says what a tree is, before it has read anything.
     *
     * @param plan the tree
     * @return its provenance, without inputs
     */
    public static Provenance of(TreePlan plan) {
        List<SlotProvenance> slots = plan.nodes().stream()
                .map(node -> slot(node.path(), node.algorithm()))
                .toList();
        AlgorithmDescription root = plan.root().algorithm();
        return of(root.name(), root.toString(), plan.hash(), slots);
    }

    /** Says what a task is, with the name of the run that follows from it. */
    static Provenance of(
            String name, String task, String configurationHash, List<SlotProvenance> slots) {
        List<String> parts = new ArrayList<>(List.of(task, configurationHash));
        for (SlotProvenance slot : slots) {
            parts.addAll(List.of(slot.path(), slot.algorithm(), slot.bundle(), slot.digest()));
        }
        String run = name + "-" + Sha256.of(parts).substring(0, NAME_DIGITS);
        return new Provenance(run, task, configurationHash, slots, List.of());
    }

    /** Adds what was read. */
    static Provenance with(Provenance what, List<InputProvenance> inputs) {
        return new Provenance(
                what.run(), what.task(), what.configurationHash(), what.slots(), inputs);
    }

    /** Returns what a quantum's outputs depend on; names and paths of files have no part in it. */
    static String key(Provenance what) {
        List<String> parts = new ArrayList<>(List.of(what.run(), what.configurationHash()));
        for (InputProvenance input : what.inputs()) {
            parts.addAll(List.of(input.dataset(), input.digest()));
        }
        return Sha256.of(parts);
    }

    private static SlotProvenance slot(String path, AlgorithmDescription algorithm) {
        return new SlotProvenance(
                path,
                algorithm.toString(),
                algorithm.bundle().symbolicName(),
                algorithm.bundle().digest());
    }
}
