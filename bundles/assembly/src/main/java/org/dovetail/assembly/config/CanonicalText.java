package org.dovetail.assembly.config;

import java.lang.reflect.Array;
import java.util.List;

/**
 * Writes values in the one form that equal values share; the form is valid YAML.
 *
 * @since 1.0
 */
public final class CanonicalText {

    private CanonicalText() {}

    /**
     * Writes a value.
     *
     * @param value a {@code Boolean}, {@code Number} or {@code String}, or an array or list of them
     */
    public static String of(Object value) {
        if (value instanceof List<?> list) {
            return of(list.toArray());
        }
        if (value.getClass().isArray()) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < Array.getLength(value); i++) {
                text.append(i == 0 ? "" : ", ").append(of(Array.get(value, i)));
            }
            return text.append(']').toString();
        }
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof String string ? quoted(string) : value.toString();
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        return Double.isNaN(value) ? ".nan" : Double.toString(value);
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        text.append(String.format("\\x%02x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }
}
