package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Origin;
import org.jspecify.annotations.Nullable;

/** Reads {@code PATH=VALUE} into the shape that a file with that one value has. */
final class OptionReader {

    private final Layer layer;
    private final Origin origin;
    private final Findings findings;

    OptionReader(Layer layer, Findings findings) {
        this.layer = layer;
        this.origin = new Origin(layer.kind(), layer.name(), 0, 0);
        this.findings = findings;
    }

    Origin origin() {
        return origin;
    }

    /** Returns path and value, or nothing if the option has no {@code =}. */
    Optional<List<String>> split() {
        String text = layer.text().orElse("");
        int equals = text.indexOf('=');
        if (equals <= 0) {
            boolean use = layer.kind() == Layer.Kind.USE;
            findings.wrong(
                    origin, "", "must be " + (use ? "SLOT=ALGORITHM[@RANGE]" : "PATH=VALUE"));
            return Optional.empty();
        }
        return Optional.of(List.of(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip()));
    }

    /** Reads a value as YAML reads it, without the YAML reader where the value is a simple one. */
    Raw value(String text) {
        if (text.isEmpty()) {
            return new Raw.Value("", origin);
        }
        Object simple = simple(text);
        if (simple != null) {
            return new Raw.Value(simple, origin);
        }
        return new YamlReader(layer, findings).read(text).orElse(new Raw.Value(text, origin));
    }

    /** Returns a value whose meaning is plain to see; nothing for all others. */
    static @Nullable Object simple(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        boolean word = isLetter(text.charAt(0));
        boolean number = !word;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            points += c == '.' ? 1 : 0;
            word &= digit || isLetter(c) || c == '-' || c == '_' || c == '.' || c == '@';
            number &= digit || (c == '-' && i == 0) || (c == '.' && points == 1 && i > 0);
        }
        if (word) {
            return isReserved(text) ? null : text;
        }
        boolean ends = text.endsWith(".") || text.endsWith("-") || text.startsWith("-.");
        if (!number || ends || text.length() > 15) {
            return null;
        }
        return points == 1 ? (Object) Double.valueOf(text) : whole(text);
    }

    private static Object whole(String text) {
        long value = Long.parseLong(text);
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isReserved(String text) {
        return text.equalsIgnoreCase("true")
                || text.equalsIgnoreCase("false")
                || text.equalsIgnoreCase("null");
    }

    /**
     * Wraps a value into the blocks of a path.
     *
     * @param path names with dots between them; {@code [i]} after a name is a member of a list
     */
    Raw.Block wrap(String path, Raw value) {
        Raw inner = value;
        List<String> names = names(path);
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            int bracket = name.indexOf('[');
            if (bracket >= 0) {
                inner = new Raw.Member(index(path, name, bracket), inner, origin);
                name = name.substring(0, bracket);
            }
            inner = new Raw.Block(List.of(new Raw.Entry(name, origin, inner)), origin);
        }
        return (Raw.Block) inner;
    }

    private int index(String path, String name, int bracket) {
        try {
            if (name.endsWith("]")) {
                return Integer.parseInt(name.substring(bracket + 1, name.length() - 1));
            }
        } catch (NumberFormatException e) {
            // falls through to the same message
        }
        findings.wrong(origin, path, "a member of a list is written NAME[0]");
        return 0;
    }

    /** Returns the names of a path. */
    static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            names.add(path.substring(from, dot));
            from = dot + 1;
        }
        names.add(path.substring(from));
        return names;
    }
}
