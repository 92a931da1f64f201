package org.dovetail.assembly.guard;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Parted;
import org.jspecify.annotations.Nullable;

/** Finds the values with named parts in arguments and results, in records and lists also. */
final class PartsWalk {

    private PartsWalk() {}

    /** Returns the contents that each part has, wherever it is. */
    static Map<String, Set<Long>> parts(Object @Nullable [] values) {
        Map<String, Set<Long>> parts = new HashMap<>();
        for (Object value : values == null ? new Object[0] : values) {
            collect(value, parts);
        }
        return parts;
    }

    private static void collect(@Nullable Object value, Map<String, Set<Long>> parts) {
        if (value instanceof Parted parted) {
            parted.parts()
                    .forEach((name, content) ->
                            parts.computeIfAbsent(name, key -> new HashSet<>()).add(content));
            parted.rest().forEach(each -> collect(each, parts));
        } else if (value instanceof Record record) {
            components(record).forEach(each -> collect(each, parts));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, parts));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(each -> collect(each, parts));
        }
    }

    /** Returns the parts that were asked for by name. */
    static Set<String> used(Object @Nullable [] values) {
        Set<String> used = new HashSet<>();
        for (Object value : values == null ? new Object[0] : values) {
            if (value instanceof Parted parted) {
                used.addAll(parted.used());
            }
        }
        return used;
    }

    /** Returns the texts among arguments: the names of parts that the caller speaks of. */
    static Set<String> texts(Object @Nullable [] values) {
        Set<String> texts = new HashSet<>();
        for (Object value : values == null ? new Object[0] : values) {
            List<?> all = value instanceof List<?> list
                    ? list
                    : value == null ? List.of() : List.of(value);
            all.stream().filter(String.class::isInstance).forEach(text -> texts.add((String) text));
        }
        return texts;
    }

    /** Returns values with other content in some parts. */
    static Object[] disturbed(Object[] values, Set<String> names) {
        return Arrays.stream(values).map(value -> disturbed(value, names)).toArray();
    }

    private static @Nullable Object disturbed(@Nullable Object value, Set<String> names) {
        if (value instanceof Parted parted) {
            return parted.disturbed(names);
        } else if (value instanceof Record record) {
            return disturbed(record, names);
        } else if (value instanceof List<?> list) {
            return list.stream().map(each -> disturbed(each, names)).toList();
        } else if (value instanceof Optional<?> optional) {
            return optional.map(each -> disturbed(each, names));
        }
        return value;
    }

    private static Object disturbed(Record record, Set<String> names) {
        List<@Nullable Object> before = components(record);
        List<@Nullable Object> after = new ArrayList<>();
        boolean same = true;
        for (Object each : before) {
            Object other = disturbed(each, names);
            same &= other == each;
            after.add(other);
        }
        if (same) {
            return record;
        }
        try {
            Constructor<?> constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(record.getClass().getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true); // a record of a plugin may be its own
            return constructor.newInstance(after.toArray());
        } catch (ReflectiveOperationException e) {
            return record; // it wants its parts as they are
        }
    }

    /** Returns whether two results are the same but for some parts, as far as that can be known. */
    static boolean same(@Nullable Object one, @Nullable Object other, Set<String> names) {
        if (one instanceof Parted a && other instanceof Parted b) {
            return without(a, names).equals(without(b, names)) && same(a.rest(), b.rest(), names);
        } else if (one instanceof Record a
                && other instanceof Record b
                && a.getClass() == b.getClass()) {
            return same(components(a), components(b), names);
        } else if (one instanceof Optional<?> a && other instanceof Optional<?> b) {
            return same(a.stream().toList(), b.stream().toList(), names);
        } else if (one instanceof List<?> a && other instanceof List<?> b) {
            boolean same = a.size() == b.size();
            for (int i = 0; same && i < a.size(); i++) {
                same = same(a.get(i), b.get(i), names);
            }
            return same;
        }
        return one == other || one != null && other != null && sameContent(one, other);
    }

    private static Map<String, Long> without(Parted value, Set<String> names) {
        Map<String, Long> parts = new HashMap<>(value.parts());
        parts.keySet().removeAll(names);
        return parts;
    }

    private static boolean sameContent(Object one, Object other) {
        try {
            return ContentDigest.of(one).equals(ContentDigest.of(other));
        } catch (
                IllegalArgumentException e) { // such as a function, which has no content to compare
            return one.getClass() == other.getClass();
        }
    }

    private static List<@Nullable Object> components(Record record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true); // a record of a plugin may be its own
                values.add(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
