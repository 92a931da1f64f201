package org.dovetail.runtime;

import java.util.List;

/**
 * What came of installing some files.
 *
 * @param added what is new, in the order of name and version
 * @param present what was there before, with the same bytes
 * @param notes what a person should know, such as an algorithm that cannot be used
 * @since 1.0
 */
public record PluginSet(List<Plugin> added, List<Plugin> present, List<String> notes) {

    /** Copies the lists. */
    public PluginSet {
        added = List.copyOf(added);
        present = List.copyOf(present);
        notes = List.copyOf(notes);
    }
}
