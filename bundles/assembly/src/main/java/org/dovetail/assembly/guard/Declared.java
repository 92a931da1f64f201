package org.dovetail.assembly.guard;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dovetail.assembly.config.SettingValue;
import org.dovetail.task.Reads;
import org.dovetail.task.Writes;

/**
 * What an algorithm in its place may read and write: what it, its role and what fills its slots
 * declare.
 *
 * @param reads parts that it may read
 * @param writes parts that it may write, and so read
 */
public record Declared(Set<String> reads, Set<String> writes) {

    /** What is declared where nobody asks. */
    public static final Declared NOTHING = new Declared(Set.of(), Set.of());

    private static final String SETTING = "${";

    /** Copies the sets. */
    public Declared {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /**
     * Collects what is declared.
     *
     * @param role the role
     * @param algorithm the class of the algorithm
     * @param settings its settings, and those that its role has in common
     * @param children what is declared of what fills its slots
     */
    public static Declared of(
            Class<?> role,
            Class<?> algorithm,
            List<? extends Map<String, SettingValue>> settings,
            Collection<Declared> children) {
        Set<String> reads = new TreeSet<>();
        Set<String> writes = new TreeSet<>();
        for (Class<?> each : List.of(role, algorithm)) {
            Reads read = each.getAnnotation(Reads.class);
            Writes write = each.getAnnotation(Writes.class);
            add(read == null ? List.of() : List.of(read.value()), settings, reads);
            add(write == null ? List.of() : List.of(write.value()), settings, writes);
        }
        for (Declared child : children) {
            child.reads.stream().filter(Declared::passedOn).forEach(reads::add);
            child.writes.stream().filter(Declared::passedOn).forEach(writes::add);
        }
        return new Declared(reads, writes);
    }

    /** Whoever may touch all parts of a kind would excuse everything above it. */
    private static boolean passedOn(String part) {
        return !part.endsWith(" *");
    }

    private static void add(
            List<String> declared,
            List<? extends Map<String, SettingValue>> settings,
            Set<String> parts) {
        for (String part : declared) {
            int at = part.indexOf(SETTING);
            if (at < 0) {
                parts.add(part);
                continue;
            }
            String name = part.substring(at + SETTING.length(), part.length() - 1);
            for (Map<String, SettingValue> values : settings) {
                if (values.containsKey(name)) {
                    texts(values.get(name).value())
                            .forEach(value -> parts.add(part.substring(0, at) + value));
                }
            }
        }
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> many) {
            many.forEach(each -> texts.add(String.valueOf(each)));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                texts.add(String.valueOf(Array.get(value, i)));
            }
        } else {
            texts.add(value.toString());
        }
        return texts;
    }

    /** Returns the same and what set-up showed. */
    Declared and(Set<String> moreReads, Set<String> moreWrites) {
        Set<String> read = new TreeSet<>(reads);
        read.addAll(moreReads);
        Set<String> written = new TreeSet<>(writes);
        written.addAll(moreWrites);
        return new Declared(read, written);
    }

    boolean mayRead(String part) {
        return allows(reads, part) || mayWrite(part);
    }

    boolean mayWrite(String part) {
        return allows(writes, part);
    }

    private static boolean allows(Set<String> declared, String part) {
        if (declared.contains(part)) {
            return true;
        }
        for (String each : declared) {
            if (each.endsWith("*") && part.startsWith(each.substring(0, each.length() - 1))) {
                return true;
            }
        }
        return false;
    }
}
