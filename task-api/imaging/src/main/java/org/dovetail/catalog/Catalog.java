package org.dovetail.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.Digestible;
import org.dovetail.data.Parted;

/**
 * A table of sources, kept column by column; does not change.
 *
 * @since 1.0
 */
public final class Catalog implements Digestible {

    private final Schema schema;
    private final int rows;
    private final Object[] columns;

    private Catalog(Schema schema, int rows, Object[] columns) {
        this.schema = schema;
        this.rows = rows;
        this.columns = columns;
    }

    /** Returns the columns' descriptions. */
    public Schema schema() {
        return schema;
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns a number of a numeric column. */
    public double number(Key key, int row) {
        return Table.number(columns[key.index()], row);
    }

    /** Returns a whole number of an {@code INT} or {@code LONG} column. */
    public long whole(Key key, int row) {
        return Table.whole(columns[key.index()], row);
    }

    /** Returns a value of a {@code BOOLEAN} column. */
    public boolean flag(Key key, int row) {
        return ((boolean[]) columns[key.index()])[row];
    }

    /** Returns all numbers of a numeric column, by name; for a caller without a key. */
    public double[] numbers(String name) {
        Key key = schema.key(name);
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = number(key, row);
        }
        return values;
    }

    /** Returns all values of a {@code BOOLEAN} column, by name. */
    public boolean[] flags(String name) {
        return ((boolean[]) columns[schema.key(name).index()]).clone();
    }

    /** Returns whether another catalogue has the same columns and values, bit for bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Catalog catalog
                && schema.equals(catalog.schema)
                && Arrays.deepEquals(columns, catalog.columns);
    }

    @Override
    public void digestTo(ContentDigest digest) {
        digest.put(schema).put(rows);
        for (Object column : columns) {
            digest.put(column);
        }
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return "Catalog[" + rows + " rows, " + columns.length + " columns]";
    }

    /** A catalogue while it is being filled, by one thread. */
    public static final class Builder implements Parted {

        private final Schema schema;
        private final int rows;
        private final Object[] columns;

        /**
         * Creates a table with zeros; with NaN in floating-point columns.
         *
         * @param schema the columns
         * @param rows the number of rows
         */
        public Builder(Schema schema, int rows) {
            this.schema = schema;
            this.rows = rows;
            columns = schema.columns().stream()
                    .map(column -> Table.create(column.type(), rows))
                    .toArray();
        }

        /** Returns the number of rows. */
        public int rows() {
            return rows;
        }

        /** Sets a number of a numeric column. */
        public void set(Key key, int row, double value) {
            Table.set(columns[key.index()], row, value);
        }

        /** Sets a whole number of an {@code INT} or {@code LONG} column. */
        public void setWhole(Key key, int row, long value) {
            Table.setWhole(columns[key.index()], row, value);
        }

        /** Sets a value of a {@code BOOLEAN} column. */
        public void setFlag(Key key, int row, boolean value) {
            ((boolean[]) columns[key.index()])[row] = value;
        }

        /** Returns a number that was set before. */
        public double number(Key key, int row) {
            return Table.number(columns[key.index()], row);
        }

        /** Returns a value of a {@code BOOLEAN} column that was set before. */
        public boolean flag(Key key, int row) {
            return ((boolean[]) columns[key.index()])[row];
        }

        @Override
        public Map<String, Long> parts() {
            Map<String, Long> parts = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                long hash = Arrays.deepHashCode(new Object[] {columns[i]});
                parts.put(Schema.PART + schema.columns().get(i).name(), hash);
            }
            return parts;
        }

        @Override
        public Builder disturbed(Set<String> names) {
            Builder copy = new Builder(schema, rows);
            for (int i = 0; i < columns.length; i++) {
                boolean other =
                        names.contains(Schema.PART + schema.columns().get(i).name());
                copy.columns[i] = other ? Table.other(columns[i]) : Table.copy(columns[i]);
            }
            return copy;
        }

        /** Returns the catalogue so far. */
        public Catalog build() {
            Object[] copies = Arrays.stream(columns).map(Table::copy).toArray();
            return new Catalog(schema, rows, copies);
        }
    }
}
