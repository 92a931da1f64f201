package org.dovetail.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits lines into words as a POSIX shell does, without what such a shell does besides: brackets,
 * stars and dollars are plain characters, so that {@code mesh@[1,2)} needs no quotes.
 */
final class Words {

    private static final String SPECIAL = "|;&<>`";

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private boolean special;
    private char quote;

    private Words(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < line.length();
            if (escapes) {
                i++;
                add(line.charAt(i));
            } else {
                take(c);
            }
        }
        end();
    }

    private void take(char c) {
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        } else if (c == '\'' || c == '"') {
            quote = c;
            begun = true;
        } else if (Character.isWhitespace(c)) {
            end();
        } else {
            special |= SPECIAL.indexOf(c) >= 0;
            add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        begun = true;
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
            begun = false;
        }
    }

    /** Returns a line's words. */
    static List<String> of(String line) {
        return new Words(line).words;
    }

    /** Returns the words up to the cursor, the last of them unfinished and perhaps empty. */
    static List<String> unfinished(String line) {
        Words all = new Words(line + "\0"); // keeps an empty last word
        List<String> words = new ArrayList<>(all.words);
        String last = words.remove(words.size() - 1);
        words.add(last.substring(0, last.length() - 1));
        return words;
    }

    /** Returns whether a quote is not closed. */
    static boolean isOpen(String line) {
        return new Words(line).quote != 0;
    }

    /** Returns whether a line has, outside of quotes, what only Gogo knows to do: pipes and such. */
    static boolean isForGogo(String line) {
        return new Words(line).special;
    }

    /** Returns a word as Gogo reads it back as it is. */
    static String quoted(String word) {
        if (word.indexOf('\'') < 0) {
            return "'" + word + "'";
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : word.toCharArray()) {
            text.append("\"$\\`".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return text.append('"').toString();
    }
}
