package org.dovetail.task;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Java types that a setting may have.
 *
 * <p>Values are taken as they are written: {@code 3.7} is no whole number, {@code "3"} is no number,
 * and a whole number is a {@code double} only where the setting is one.
 *
 * @since 1.0
 */
public enum SettingType {
    /** {@code true} or {@code false}. */
    BOOLEAN("true or false", boolean.class, false),
    /** A whole number of 32 bits. */
    INT("a whole number", int.class, false),
    /** A whole number of 64 bits. */
    LONG("a whole number", long.class, false),
    /** A number. */
    DOUBLE("a number", double.class, false),
    /** A text. */
    STRING("a text", String.class, false),
    /** A list of whole numbers. */
    INTS("a list of whole numbers", int.class, true),
    /** A list of numbers. */
    DOUBLES("a list of numbers", double.class, true),
    /** A list of texts. */
    STRINGS("a list of texts", String.class, true);

    private final String words;
    private final Class<?> element;
    private final boolean list;

    SettingType(String words, Class<?> element, boolean list) {
        this.words = words;
        this.element = element;
        this.list = list;
    }

    /**
     * Returns the type that a configuration element's Java type stands for.
     *
     * @param type the type of the element
     * @return the type, or nothing if a setting may not have it
     */
    public static Optional<SettingType> of(Class<?> type) {
        Class<?> element = type.isArray() ? type.getComponentType() : type;
        for (SettingType candidate : values()) {
            if (candidate.element == element && candidate.list == type.isArray()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Returns whether values are lists. */
    public boolean isList() {
        return list;
    }

    /** Returns the type in words, such as {@code a whole number}. */
    @Override
    public String toString() {
        return words;
    }

    /**
     * Converts a value as a configuration file has it.
     *
     * @param raw a {@code Boolean}, {@code Number}, {@code String}, {@code List} or array of them
     * @return the value in this Java type ({@code int[]} for {@link #INTS}), or nothing if {@code
     *     raw} is not such a value
     */
    Optional<Object> convert(Object raw) {
        return list ? convertList(raw) : Optional.ofNullable(convertOne(raw));
    }

    private Optional<Object> convertList(Object raw) {
        boolean several = raw instanceof List || raw.getClass().isArray();
        Object items = raw instanceof List<?> values ? values.toArray() : raw;
        int length = several ? Array.getLength(items) : 1;
        Object result = Array.newInstance(element, length);
        for (int i = 0; i < length; i++) {
            Object value = convertOne(several ? Array.get(items, i) : raw);
            if (value == null) {
                return Optional.empty();
            }
            Array.set(result, i, value);
        }
        return Optional.of(result);
    }

    private @Nullable Object convertOne(@Nullable Object raw) {
        if (element == boolean.class) {
            return raw instanceof Boolean ? raw : null;
        }
        if (element == String.class) {
            return raw instanceof String ? raw : null;
        }
        if (!(raw instanceof Number number)) {
            return null;
        }
        return element == double.class ? (Object) number.doubleValue() : whole(number);
    }

    private @Nullable Object whole(Number number) {
        long whole = number.longValue();
        if (!number.toString().equals(Long.toString(whole))) { // a fraction, or beyond 64 bits
            return null;
        }
        if (element == long.class) {
            return whole;
        }
        return whole == (int) whole ? (Object) (int) whole : null;
    }
}
