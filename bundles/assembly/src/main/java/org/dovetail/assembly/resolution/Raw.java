package org.dovetail.assembly.resolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.config.Origin;
import org.jspecify.annotations.Nullable;

/** What a layer says, as it is written: not yet known to be right. */
sealed interface Raw {

    /** Returns where it is written. */
    Origin origin();

    /** One value: a {@code Boolean}, {@code Number}, {@code String} or nothing. */
    record Value(@Nullable Object value, Origin origin) implements Raw {}

    /** A list. */
    record Items(List<Raw> items, Origin origin) implements Raw {}

    /** A mapping, in the order of the file. */
    record Block(List<Entry> entries, Origin origin) implements Raw {}

    /** What is said of one member of a list, counted from 0. */
    record Member(int index, Raw value, Origin origin) implements Raw {}

    /** A key with its value. */
    record Entry(String key, Origin origin, Raw value) {}

    /** Returns the value as Java has it; nothing where nothing is written. */
    static @Nullable Object plain(Raw raw) {
        if (raw instanceof Value value) {
            return value.value();
        }
        if (raw instanceof Items items) {
            List<Object> list = new ArrayList<>();
            for (Raw item : items.items()) {
                Object value = plain(item);
                list.add(value == null ? "null" : value);
            }
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        if (raw instanceof Block block) {
            for (Entry entry : block.entries()) {
                Object value = plain(entry.value());
                if (value != null) {
                    map.put(entry.key(), value);
                }
            }
        }
        return map;
    }
}
