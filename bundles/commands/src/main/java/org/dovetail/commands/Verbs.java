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
            "compare",
            "shell");
    private static final List<String> LIVE = List.of(
            "open",
            "close",
            "install",
            "uninstall",
            "plugins",
            "watch",
            "retarget",
            "set",
            "reload",
            "swap",
            "follow",
            "unfollow",
            "rollback",
            "generations",
            "history",
            "diff",
            "leases",
            "runs",
            "wait",
            "cancel");
    private static final List<String> LATER = List.of("why", "repo", "report", "plugin");

    private Verbs() {}

    /** Returns all names, of verbs to come also. */
    static List<String> names() {
        return Stream.of(NOW, LIVE, LATER).flatMap(List::stream).toList();
    }

    /** Returns whether a verb is not part of this version. */
    static boolean isLater(String name) {
        return LATER.contains(name);
    }

    /** Returns whether a verb works in a live runtime only. */
    static boolean isLive(String name) {
        return LIVE.contains(name);
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
                    case "shell" -> new ShellVerb();
                    default ->
                        LATER.contains(name)
                                ? new Later(name)
                                : live(name).or(() -> TreeChange.find(name)).orElse(null);
                });
    }

    private static Optional<Verb> live(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "open" -> new Open();
                    case "close" -> new Close();
                    case "install" -> new Install();
                    case "uninstall" -> new Uninstall();
                    case "plugins" -> new PluginList();
                    case "watch" -> new Watch();
                    case "generations" -> new Generations();
                    case "history" -> new TreeHistory();
                    case "diff" -> new Diff();
                    case "leases" -> new Leases();
                    case "runs" -> new RunList();
                    case "wait" -> new RunControl(false);
                    case "cancel" -> new RunControl(true);
                    default -> null;
                });
    }
}
