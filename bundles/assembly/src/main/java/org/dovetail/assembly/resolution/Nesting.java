package org.dovetail.assembly.resolution;

import java.util.List;
import java.util.Set;
import org.dovetail.assembly.config.Paths;

/** Helps those who write in a file the path that an option takes. */
final class Nesting {

    private Nesting() {}

    /**
     * Returns how a file says what a path says; empty where the key is not a path.
     *
     * @param key a key that is not known
     * @param known the keys that could stand in its place
     */
    static String hint(String key, Set<String> known) {
        List<String> segments = Paths.split(key);
        if (segments.size() < 2 || !known.contains(segments.get(0))) {
            return "";
        }
        return "; a file nests what an option joins with dots: " + String.join(": { ", segments)
                + ": ..." + " }".repeat(segments.size() - 1);
    }
}
