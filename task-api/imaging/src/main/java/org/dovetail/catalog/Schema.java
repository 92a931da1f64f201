package org.dovetail.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dovetail.data.Parted;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * The columns of a catalogue, in order; fixed in set-up, before there is any data.
 *
 * @param columns the columns; of different names
 * @since 1.0
 */
public record Schema(List<Column> columns) {

    /** The kind of part that a column is. */
    static final String PART = "column ";

    /** Copies the list. */
    public Schema {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("two columns have the same name");
        }
    }

    /** Returns the key of a column that may be there. */
    public Optional<Key> find(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return Optional.of(new Key(i, columns.get(i)));
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the key of a column that must be there.
     *
     * @param name the name of the column
     * @return the key
     * @throws IllegalArgumentException if there is no such column
     */
    public Key key(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("no column '" + name
                        + "'; there are " + columns.stream().map(Column::name).toList()));
    }

    /**
     * Points at one column of one schema.
     *
     * @param index the place of the column
     * @param column the column
     */
    public record Key(int index, Column column) {}

    /**
     * Collects columns while a task is set up. Whoever sets up a list of measurements names the one
     * at work, so that a clash can be blamed.
     */
    public static final class Builder implements Parted {

        private final Map<String, Key> keys = new LinkedHashMap<>();
        private final Map<String, String> owners = new HashMap<>();
        private final Set<String> asked = new TreeSet<>();
        private String owner = "the task";

        /** Names who adds columns from now on. */
        public void owner(String name) {
            owner = name;
        }

        /**
         * Adds a column.
         *
         * @param name the name
         * @param type the type of its values
         * @param unit the unit, as VOUnit writes it; empty for a pure number
         * @param ucd the UCD1+; may be empty
         * @param doc what it holds, in one line
         * @return the key to write values with
         * @throws TaskException with {@code INVALID_CONFIGURATION} if the name is taken
         */
        public Key add(String name, Column.Type type, String unit, String ucd, String doc) {
            if (keys.containsKey(name)) {
                throw new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "column '" + name + "' is defined by both " + owners.get(name) + " and "
                                + owner);
            }
            Key key = new Key(keys.size(), new Column(name, type, unit, ucd, doc));
            keys.put(name, key);
            owners.put(name, owner);
            return key;
        }

        /** Returns the key of a column that something set up before may have added. */
        public Optional<Key> find(String name) {
            asked.add(PART + name);
            return Optional.ofNullable(keys.get(name));
        }

        /**
         * Returns the key of a column that something set up before must have added.
         *
         * @param name the name
         * @return the key to read values with
         * @throws TaskException with {@code INVALID_CONFIGURATION} if there is none
         */
        public Key require(String name) {
            asked.add(PART + name);
            Key key = keys.get(name);
            if (key == null) {
                throw new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        owner + " needs the column '" + name
                                + "', which nothing before it provides; there are "
                                + keys.keySet());
            }
            return key;
        }

        @Override
        public Map<String, Long> parts() {
            Map<String, Long> parts = new LinkedHashMap<>();
            keys.forEach(
                    (name, key) -> parts.put(PART + name, Integer.toUnsignedLong(key.hashCode())));
            return parts;
        }

        /** Returns this: set-up is not repeated. */
        @Override
        public Builder disturbed(Set<String> names) {
            return this;
        }

        @Override
        public Set<String> used() {
            Set<String> names = Set.copyOf(asked);
            asked.clear();
            return names;
        }

        /** Returns the columns so far. */
        public Schema build() {
            List<Column> columns = new ArrayList<>();
            keys.values().forEach(key -> columns.add(key.column()));
            return new Schema(columns);
        }
    }
}
