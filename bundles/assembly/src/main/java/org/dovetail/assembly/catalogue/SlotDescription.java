package org.dovetail.assembly.catalogue;

import java.util.List;

/**
 * A place in an algorithm that another algorithm fills.
 *
 * @param name the name, as in configuration files
 * @param role what an algorithm must be to fill it
 * @param cardinality how many algorithms fill it
 * @param defaults the names of the algorithms that fill it where none is chosen, in order; empty if
 *     a choice must be made (or, in an optional slot or a list, if nothing fills it)
 * @since 1.0
 */
public record SlotDescription(
        String name, RoleDescription role, Cardinality cardinality, List<String> defaults) {

    /** Copies the defaults. */
    public SlotDescription {
        defaults = List.copyOf(defaults);
    }
}
