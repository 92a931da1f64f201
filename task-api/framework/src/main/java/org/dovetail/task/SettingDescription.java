package org.dovetail.task;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one setting without its algorithm's class: enough to check a value.
 *
 * @param name the name of the configuration element
 * @param type the type of its values
 * @param defaultValue the value where none is given; absent where one must be given
 * @param doc what it means, in one line
 * @param unit the unit of its values; empty for a pure number or a choice
 * @param min the least value allowed, inclusive
 * @param max the greatest value allowed, inclusive
 * @param choices the texts allowed; empty for any
 * @param deprecated what to use instead and since when; empty if it is not deprecated
 * @since 1.0
 */
public record SettingDescription(
        String name,
        SettingType type,
        Optional<Object> defaultValue,
        String doc,
        String unit,
        double min,
        double max,
        List<String> choices,
        String deprecated) {

    /** Copies the choices. */
    public SettingDescription {
        choices = List.copyOf(choices);
    }

    /** Describes a setting that is not deprecated. */
    public SettingDescription(
            String name,
            SettingType type,
            Optional<Object> defaultValue,
            String doc,
            String unit,
            double min,
            double max,
            List<String> choices) {
        this(name, type, defaultValue, doc, unit, min, max, choices, "");
    }

    /**
     * Converts and checks a value as a configuration file or a caller has it.
     *
     * @param raw a {@code Boolean}, {@code Number}, {@code String}, {@code List} or array of them
     * @return the value in the setting's Java type
     * @throws IllegalArgumentException with a message for a person, such as {@code must be a whole
     *     number (pixel), was 3.7}, if the value is not allowed
     */
    public Object bind(Object raw) {
        Object value = type.convert(raw)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be " + type + inUnit() + ", was " + quoted(raw)));
        if (type.isList()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                check(Array.get(value, i));
            }
        } else {
            check(value);
        }
        return value;
    }

    private void check(Object value) {
        if (value instanceof Number number) {
            double v = number.doubleValue();
            if (!(v >= min && v <= max)) { // also refuses NaN
                throw new IllegalArgumentException(
                        "must be " + range() + inUnit() + ", was " + value);
            }
        } else if (value instanceof String && !choices.isEmpty() && !choices.contains(value)) {
            throw new IllegalArgumentException(
                    "must be one of " + String.join(", ", choices) + ", was '" + value + "'");
        }
    }

    /** Returns the range of allowed numbers in words, such as {@code from 1 to 64}. */
    public String range() {
        if (min == Double.NEGATIVE_INFINITY && max == Double.POSITIVE_INFINITY) {
            return "a number";
        } else if (max == Double.POSITIVE_INFINITY) {
            return "at least " + plain(min);
        } else if (min == Double.NEGATIVE_INFINITY) {
            return "at most " + plain(max);
        }
        return "from " + plain(min) + " to " + plain(max);
    }

    private String inUnit() {
        return unit.isEmpty() ? "" : " (" + unit + ")";
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String quoted(Object raw) {
        if (raw instanceof Object[] array) {
            return Arrays.toString(array);
        }
        return raw instanceof String ? "'" + raw + "'" : String.valueOf(raw);
    }
}
