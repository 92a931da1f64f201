package org.dovetail.commands;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Locale;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.SlotDescription;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.task.SettingDescription;

/** A form in which roles and algorithms are described. */
interface Description {

    /** Begins a document with all of them. */
    void begin();

    /** Describes a role. */
    void role(RoleDescription role, List<AlgorithmDescription> algorithms);

    /** Describes an algorithm. */
    void algorithm(AlgorithmDescription algorithm);

    /** Returns the default of a setting. */
    static String defaultValue(SettingDescription setting) {
        Object value = setting.defaultValue().orElse("(must be given)");
        if (value instanceof List<?> list) {
            return list.toString();
        }
        boolean empty = value.getClass().isArray() && Array.getLength(value) == 0;
        return value instanceof String text && !text.isEmpty()
                ? text
                : empty ? "[]" : CanonicalText.of(value);
    }

    /** Returns the type of a setting in one word, without articles. */
    static String type(SettingDescription setting) {
        return switch (setting.type()) {
            case BOOLEAN -> "true/false";
            case INT, LONG -> "whole number";
            case DOUBLE -> "number";
            case STRING -> "text";
            case INTS -> "whole numbers";
            case DOUBLES -> "numbers";
            case STRINGS -> "texts";
        };
    }

    /** Returns the values that a setting may have, or an empty text for any. */
    static String range(SettingDescription setting) {
        if (!setting.choices().isEmpty()) {
            return String.join(" | ", setting.choices());
        }
        boolean any = setting.min() == Double.NEGATIVE_INFINITY
                && setting.max() == Double.POSITIVE_INFINITY;
        return any ? "" : setting.range();
    }

    /** Returns what a setting means, and what to use instead of a deprecated one. */
    static String doc(SettingDescription setting) {
        return setting.deprecated().isEmpty()
                ? setting.doc()
                : setting.doc() + " (deprecated: " + setting.deprecated() + ")";
    }

    /** Returns what fills a slot where nothing is chosen. */
    static String defaults(SlotDescription slot) {
        return slot.defaults().isEmpty() ? "-" : String.join(", ", slot.defaults());
    }

    /** Returns how many there are, or an empty text for one. */
    static String count(Cardinality cardinality) {
        return cardinality == Cardinality.ONE
                ? ""
                : cardinality.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns what is worth saying of a dataset beside its name. */
    static String kind(DatasetDescription dataset) {
        String type = dataset.javaType().substring(dataset.javaType().lastIndexOf('.') + 1);
        String count = count(dataset.cardinality());
        return (dataset.primary() ? "primary " : "") + (count.isEmpty() ? "" : count + " ") + type;
    }
}
