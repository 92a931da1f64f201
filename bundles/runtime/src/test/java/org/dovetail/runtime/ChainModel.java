package org.dovetail.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What a live {@code chain} must be, from the rules as people are told them. */
final class ChainModel {

    /** What somebody said of a place, such as {@code first.use}, and in which step. */
    record Say(String place, String value, String origin) {}

    /** A tree: what was said, in order, and which {@code name@version} is in which place. */
    record State(List<Say> says, SortedMap<String, String> chosen) {}

    static final List<String> PLACES = List.of("", "first", "more[0]", "more[1]", "last");

    private static final Map<String, Map<String, String>> DEFAULTS = Map.of(
            "chain",
            Map.of(),
            "clamp",
            Map.of("low", "0.0", "high", "1.0", "percent", "0.0"),
            "times",
            Map.of(
                    "factor", "2.0",
                    "delay", "0",
                    "mode", "\"multiply\"",
                    "whole", "[1, 2]",
                    "texts", "[\"a\"]",
                    "none", "[]",
                    "flag", "true",
                    "large", "5000000000"));

    /** The algorithms that are installed, and may be chosen. */
    final TreeSet<String> available = new TreeSet<>();

    /**
     * Returns what comes of layers: versions stay, but for free places and for what is not
     * available; empty if this is refused.
     */
    Optional<State> next(State now, List<Say> says, Predicate<String> free) {
        SortedMap<String, String> chosen = new TreeMap<>();
        for (String place : PLACES) {
            String selector = selector(says, place);
            if (selector.equals("none")) {
                continue;
            }
            String used = now.chosen().getOrDefault(place, "");
            boolean stays = !free.test(place)
                    && available.contains(used)
                    && name(used).equals(name(selector));
            Optional<String> choice = available.stream()
                    .filter(each -> stays ? each.equals(used) : allows(selector, each))
                    .reduce((low, high) -> high); // versions here are in the order of their texts
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            chosen.put(place, choice.get());
        }
        return Optional.of(new State(List.copyOf(says), chosen)).filter(ChainModel::isSound);
    }

    /** Returns the state to go back to; empty if this is refused. */
    Optional<State> back(State target) {
        return available.containsAll(target.chosen().values())
                ? Optional.of(target)
                : Optional.empty();
    }

    /** Returns the effective configuration as text. */
    static String effective(State state) {
        SortedMap<String, String> lines = new TreeMap<>();
        state.chosen().forEach((place, algorithm) -> {
            lines.put(place.isEmpty() ? "chain" : "chain." + place, algorithm);
            settings(state, place)
                    .forEach((key, value) ->
                            lines.put("chain." + place + "." + name(algorithm) + "." + key, value));
        });
        StringBuilder text = new StringBuilder();
        lines.forEach((path, value) -> text.append(path + " = " + value + "\n"));
        return text.toString();
    }

    /** Returns what the root makes of a number. */
    static double estimate(State state, double value) {
        double result = value;
        for (String place : PLACES.subList(1, PLACES.size())) {
            String name = name(state.chosen().getOrDefault(place, "none"));
            if (name.equals("times")) {
                result *= number(state, place, "factor");
            } else if (name.equals("clamp")) {
                double low = number(state, place, "low");
                result = Math.max(low, Math.min(number(state, place, "high"), result));
            }
        }
        return result + 0; // the chain adds the time, which is 0: no -0.0 leaves it
    }

    /** Returns who had a say of each place, the weakest first. */
    static SortedMap<String, List<String>> history(State state) {
        SortedMap<String, List<String>> history = new TreeMap<>();
        for (Say say : state.says()) {
            history.computeIfAbsent(say.place(), any -> new ArrayList<>()).add(say.origin());
        }
        return history;
    }

    private static boolean isSound(State state) {
        for (String place : state.chosen().keySet()) {
            String name = name(state.chosen().get(place));
            if (name.equals("times") && number(state, place, "factor") == 0
                    || name.equals("clamp")
                            && number(state, place, "low") >= number(state, place, "high")) {
                return false;
            }
        }
        return true;
    }

    private static double number(State state, String place, String setting) {
        return Double.parseDouble(settings(state, place).get(setting));
    }

    private static SortedMap<String, String> settings(State state, String place) {
        String name = name(state.chosen().get(place));
        SortedMap<String, String> settings = new TreeMap<>(DEFAULTS.get(name));
        settings.replaceAll((key, value) ->
                last(state.says(), slot(place) + "." + name + "." + key).orElse(value));
        return settings;
    }

    /** Returns the slot of a place: members of a list share what is said of the list. */
    private static String slot(String place) {
        return place.replaceFirst("\\[\\d+]$", "");
    }

    private static String selector(List<Say> says, String place) {
        if (place.isEmpty()) {
            return "chain";
        }
        if (!place.startsWith("more")) {
            return last(says, place + ".use").orElse(place.equals("last") ? "none" : "times");
        }
        String list = last(says, "more.use").orElse("[times, times]");
        int index = place.charAt("more[".length()) - '0';
        return list.substring(1, list.length() - 1).split(", ")[index];
    }

    private static Optional<String> last(List<Say> says, String place) {
        return says.stream()
                .filter(say -> say.place().equals(place))
                .map(Say::value)
                .reduce((earlier, later) -> later);
    }

    private static boolean allows(String selector, String algorithm) {
        String version = algorithm.substring(algorithm.indexOf('@') + 1);
        int at = selector.indexOf('@');
        if (at < 0 || !name(selector).equals(name(algorithm))) {
            return selector.equals(name(algorithm));
        }
        String range = selector.substring(at + 1);
        return range.startsWith("[")
                ? new VersionRange(range).includes(new Version(version))
                : range.equals(version);
    }

    private static String name(String algorithm) {
        int at = algorithm.indexOf('@');
        return at < 0 ? algorithm : algorithm.substring(0, at);
    }
}
