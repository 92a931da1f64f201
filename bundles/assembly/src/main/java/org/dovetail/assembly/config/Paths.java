package org.dovetail.assembly.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Paths in the configuration tree: names with dots between them. A name that has a dot or a bracket
 * of its own is quoted, as {@code background.spline."knots.x"}.
 *
 * @since 1.1
 */
public final class Paths {

    private Paths() {}

    /**
     * Returns a name as it stands in a path.
     *
     * @param name any text
     */
    public static String segment(String name) {
        boolean plain = !name.isEmpty();
        for (int i = 0; plain && i < name.length(); i++) {
            plain = ".[]\"".indexOf(name.charAt(i)) < 0;
        }
        return plain ? name : CanonicalText.of(name);
    }

    /**
     * Returns the segments of a path, quoted where they are.
     *
     * @param path a path
     */
    public static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' && quoted) {
                i++; // what follows is no end
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                segments.add(path.substring(from, i));
                from = i + 1;
            }
        }
        segments.add(path.substring(from));
        return segments;
    }

    /**
     * Returns the name that a segment stands for; the opposite of {@link #segment}.
     *
     * @param segment a name, quoted or not
     */
    public static String name(String segment) {
        if (segment.length() < 2 || !segment.startsWith("\"") || !segment.endsWith("\"")) {
            return segment;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < segment.length() - 1; i++) {
            char c = segment.charAt(i);
            if (c != '\\') {
                name.append(c);
                continue;
            }
            i++;
            switch (segment.charAt(i)) {
                case 'n' -> name.append('\n');
                case 't' -> name.append('\t');
                case 'u' -> {
                    name.append((char) Integer.parseInt(segment.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> name.append(segment.charAt(i));
            }
        }
        return name.toString();
    }
}
