package org.dovetail.assembly.file;

import java.util.Map;
import java.util.regex.Pattern;
import org.dovetail.assembly.config.CanonicalText;

/**
 * A value as a person gave it, and how it is written into a file.
 *
 * @param name the file, for messages
 * @param given the value as it would stand after {@code -c}
 */
record ValueText(String name, String given) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.@-]*");
    private static final Pattern RANGE =
            Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*@[\\[(][0-9.,]+[\\])]");

    /** Returns the value; a text that is no YAML, such as {@code [1,2)}, is that text. */
    Object value() {
        if (given.isEmpty() || RANGE.matcher(given).matches()) {
            return given;
        }
        Object value = ConfigFile.model(name, given);
        return value instanceof Map<?, ?> map && map.isEmpty() ? given : value;
    }

    /**
     * Writes the value.
     *
     * @param flow whether it stands within braces or brackets
     */
    String written(boolean flow) {
        Object value = value();
        if (!(value instanceof String text)) {
            boolean line = given.indexOf('\n') < 0 && given.indexOf('#') < 0;
            return line ? given.strip() : CanonicalText.of(value);
        }
        boolean word =
                WORD.matcher(text).matches() || !flow && RANGE.matcher(text).matches();
        return word && text.equals(plain(text)) ? text : CanonicalText.of(text);
    }

    /** Returns what a word means without quotes: {@code true} is no text. */
    private Object plain(String word) {
        return RANGE.matcher(word).matches() ? word : ConfigFile.model(name, word);
    }

    /** Writes a name as a key. */
    static String key(String key) {
        boolean word = WORD.matcher(key).matches() && key.indexOf('@') < 0;
        return word && key.equals(ConfigFile.model("", key)) ? key : CanonicalText.of(key);
    }
}
