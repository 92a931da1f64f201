package org.dovetail.assembly.plan;

/**
 * One thing in which two plans differ.
 *
 * @param kind what differs
 * @param path the place: of a slot for an algorithm, a version or a node; of a setting for a setting
 * @param left what the first plan has; empty if it has nothing there
 * @param right what the second plan has; empty if it has nothing there
 * @param leftOrigin where the first plan has it from; empty if it has nothing there
 * @param rightOrigin where the second plan has it from; empty if it has nothing there
 * @since 1.0
 */
public record Difference(
        Kind kind, String path, String left, String right, String leftOrigin, String rightOrigin) {

    /** What can differ. */
    public enum Kind {
        /** Another algorithm is selected. */
        ALGORITHM,
        /** Another version of the same algorithm is selected. */
        VERSION,
        /** The same version comes from another bundle: one that was built anew. */
        BUNDLE,
        /** A setting has another value, or is known to one of the versions only. */
        SETTING,
        /** Only one of the plans has an algorithm here. */
        NODE
    }

    /** Returns {@code path: left -> right}. */
    @Override
    public String toString() {
        return path + ": " + (left.isEmpty() ? "(nothing)" : left) + " -> "
                + (right.isEmpty() ? "(nothing)" : right);
    }
}
