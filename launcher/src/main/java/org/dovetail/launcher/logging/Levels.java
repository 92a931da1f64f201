package org.dovetail.launcher.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.event.Level;

/** The least level let through, for all loggers and for those below a path. */
final class Levels {

    private record Rule(String path, Level least) {

        /** A path ends at a dot or a slash of the name, never inside of a word. */
        boolean covers(String name) {
            return name.startsWith(path)
                    && (name.length() == path.length()
                            || name.charAt(path.length()) == '.'
                            || name.charAt(path.length()) == '/');
        }
    }

    private final Level least;
    private final List<Rule> rules;

    Levels(Level least) {
        this(least, List.of());
    }

    private Levels(Level least, List<Rule> rules) {
        this.least = least;
        this.rules = List.copyOf(rules);
    }

    /** Adds {@code LEVEL} or {@code PATH=LEVEL}; an unknown level changes nothing. */
    Levels with(String option) {
        int equals = option.indexOf('=');
        Level level;
        try {
            level = Level.valueOf(option.substring(equals + 1).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return this; // the command complains, with all the levels there are
        }
        if (equals < 0) {
            return new Levels(level, rules);
        }
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(option.substring(0, equals), level));
        return new Levels(least, more);
    }

    /** Asks the longest path that covers the name; of equal ones, the last. */
    boolean lets(String name, Level level) {
        Level limit = least;
        int length = -1;
        for (Rule rule : rules) {
            if (rule.path().length() >= length && rule.covers(name)) {
                limit = rule.least();
                length = rule.path().length();
            }
        }
        return level.toInt() >= limit.toInt();
    }
}
