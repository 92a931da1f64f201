package org.dovetail.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verbs; only the one in use is created. */
final class Verbs {

    private static final List<String> NOW = List.of(
            "demo",
            "run",
            "plan",
            "show",
            "list",
            "describe",
            "config",
            "doctor",
            "version",
            "explain",
            "compare");
    private static final List<String> LATER = List.of("why", "repo", "report", "plugin", "shell");

    private Verbs() {}

    /** Returns all names, of verbs to come also. */
    static List<String> names() {
        return Stream.concat(NOW.stream(), LATER.stream()).toList();
    }

    static Optional<Verb> find(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "demo" -> new Demo();
                    case "run" -> new Run(false);
                    case "plan" -> new Run(true);
                    case "show" -> new Show();
                    case "list" -> new Listing();
                    case "describe" -> new Describe();
                    case "config" -> new Config();
                    case "doctor" -> new Doctor();
                    case "version" -> new Version();
                    case "explain" -> new Explain();
                    case "compare" -> new Compare();
                    default -> LATER.contains(name) ? new Later(name) : null;
                });
    }
}
