package org.dovetail.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** What the verbs of the live runtime have in common. */
final class LiveOptions {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private LiveOptions() {}

    static void tree(CommandSpec spec) {
        spec.addOption(Line.value("TREE", "which open tree, if there are several", "--tree")
                .build());
    }

    static void limit(CommandSpec spec, String doc) {
        spec.addOption(Line.value("SECONDS", doc, "--limit").build());
    }

    static Duration limit(Line line, long seconds) {
        long asked = line.number("--limit").orElse(seconds);
        if (asked < 0) {
            throw new UserError(ExitCode.USAGE, "--limit must be >= 0 seconds, was " + asked);
        }
        return Duration.ofSeconds(asked);
    }

    /** Returns a moment for a person, in UTC. */
    static String time(Instant moment) {
        return TIME.format(moment);
    }
}
