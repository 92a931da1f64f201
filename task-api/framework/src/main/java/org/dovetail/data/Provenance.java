package org.dovetail.data;

import java.util.List;

/**
 * What made a dataset.
 *
 * <p>It has no time and no path, so that the same work gives the same file.
 *
 * @param run the name of the run; equal for equal work
 * @param task the task at the root, as {@code process-ccd@1.0.0}
 * @param configurationHash the hash of the effective configuration, in hexadecimal
 * @param slots what ran in each slot, in the order of the tree
 * @param inputs what was read
 * @since 1.0
 */
public record Provenance(
        String run,
        String task,
        String configurationHash,
        List<SlotProvenance> slots,
        List<InputProvenance> inputs) {

    /** A dataset of which nothing is known. */
    public static final Provenance NONE = new Provenance("", "", "", List.of(), List.of());

    /** Copies the lists. */
    public Provenance {
        slots = List.copyOf(slots);
        inputs = List.copyOf(inputs);
    }

    /**
     * What ran in one slot.
     *
     * @param path the place in the task tree, such as {@code process-ccd.background}
     * @param algorithm name and version, as {@code mesh@1.0.0}
     * @param bundle the symbolic name of the bundle
     * @param digest the SHA-256 of the bundle, in hexadecimal
     */
    public record SlotProvenance(String path, String algorithm, String bundle, String digest) {}

    /**
     * A file that was read.
     *
     * @param dataset the dataset type
     * @param name the file's name without its folder
     * @param digest the SHA-256 of the file, in hexadecimal
     */
    public record InputProvenance(String dataset, String name, String digest) {}
}
