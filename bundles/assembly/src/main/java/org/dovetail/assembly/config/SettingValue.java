package org.dovetail.assembly.config;

import java.util.List;
import org.dovetail.task.SettingDescription;

/**
 * The effective value of a setting, and how it came about.
 *
 * @param description the setting
 * @param value the value in the setting's Java type; not to be changed if it is an array
 * @param history every layer that set it, the weakest first; the last one holds
 * @since 1.0
 */
public record SettingValue(SettingDescription description, Object value, List<Assignment> history) {

    /** Copies the history. */
    public SettingValue {
        history = List.copyOf(history);
    }

    /** Returns where the value came from. */
    public Origin origin() {
        return history.get(history.size() - 1).origin();
    }

    /** Returns the value in canonical form, as a configuration file may have it. */
    public String text() {
        return CanonicalText.of(value);
    }
}
