package org.dovetail.assembly.config;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
     * @param value a {@code Boolean}, {@code Number} or {@code String}, or an array, list or map of them
     */
    public static String of(Object value) {
        if (value instanceof List<?> list) {
            return of(list.toArray());
        }
        if (value instanceof Map<?, ?> map) {
            StringBuilder text = new StringBuilder("{");
            map.forEach((key, each) -> text.append(text.length() == 1 ? "" : ", ")
                    .append(of(key.toString()))
                    .append(": ")
                    .append(of(each)));
            return text.append('}').toString();
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
                default ->
                    text.append(
                            isPlain(value, i) ? c : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return text.append('"').toString();
    }

    /** Returns whether YAML takes a character as it is, wherever it stands. */
    private static boolean isPlain(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1));
        } else if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
        }
        boolean control = c < ' ' || c >= 0x7f && c <= 0x9f;
        boolean separator = c == 0x2028 || c == 0x2029 || c == 0xfeff || c >= 0xfffe;
        return !control && !separator;
    }
}
