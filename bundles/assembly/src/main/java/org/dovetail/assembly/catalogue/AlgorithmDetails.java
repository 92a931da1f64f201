package org.dovetail.assembly.catalogue;

import java.util.List;
import java.util.Optional;
import org.dovetail.task.SettingDescription;

/**
 * What an algorithm can be told, what it asks for, and what it reads and makes.
 *
 * @param settings its settings, in the order of their names
 * @param slots its slots, in the order of the constructor's parameters
 * @param inputs the datasets that it reads, if it is a pipeline task
 * @param outputs the datasets that it makes, if it is a pipeline task
 * @param parameters the parameters of its constructor
 * @since 1.0
 */
public record AlgorithmDetails(
        List<SettingDescription> settings,
        List<SlotDescription> slots,
        List<DatasetDescription> inputs,
        List<DatasetDescription> outputs,
        List<Parameter> parameters) {

    /** Nothing to set and nothing to fill. */
    public static final AlgorithmDetails NONE =
            new AlgorithmDetails(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public AlgorithmDetails {
        settings = List.copyOf(settings);
        slots = List.copyOf(slots);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
    }

    /**
     * Returns a setting.
     *
     * @param name its name
     */
    public Optional<SettingDescription> setting(String name) {
        for (SettingDescription setting : settings) {
            if (setting.name().equals(name)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a slot.
     *
     * @param name its name
     */
    public Optional<SlotDescription> slot(String name) {
        for (SlotDescription slot : slots) {
            if (slot.name().equals(name)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
