package org.dovetail.tables.stil;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/**
 * Turns a table of STIL into a catalogue. Columns of text and of arrays are left out. A whole number
 * that is missing makes its column one of fractions, where NaN stands for none; a flag that is
 * missing is false.
 */
final class StarTableReader {

    private final StarTable table;
    private final List<Integer> places = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private StarTableReader(StarTable table) throws IOException {
        this.table = table;
        boolean[] missing = missing();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            Optional<Column.Type> type = type(info.getContentClass(), missing[i]);
            if (type.isPresent()) {
                places.add(i);
                columns.add(new Column(
                        free(info.getName()),
                        type.get(),
                        text(info.getUnitString()),
                        text(info.getUCD()),
                        text(info.getDescription())));
            }
        }
    }

    static Catalog read(StarTable table) throws IOException {
        return new StarTableReader(Tables.randomTable(table)).rows();
    }

    private boolean[] missing() throws IOException {
        boolean[] missing = new boolean[table.getColumnCount()];
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                for (int i = 0; i < missing.length; i++) {
                    missing[i] |= rows.getCell(i) == null;
                }
            }
        }
        return missing;
    }

    private static Optional<Column.Type> type(Class<?> type, boolean missing) {
        if (type == Double.class) {
            return Optional.of(Column.Type.DOUBLE);
        } else if (type == Float.class) {
            return Optional.of(Column.Type.FLOAT);
        } else if (type == Boolean.class) {
            return Optional.of(Column.Type.BOOLEAN);
        } else if (type == Long.class) {
            return Optional.of(missing ? Column.Type.DOUBLE : Column.Type.LONG);
        } else if (type == Integer.class || type == Short.class || type == Byte.class) {
            return Optional.of(missing ? Column.Type.DOUBLE : Column.Type.INT);
        }
        return Optional.empty();
    }

    private String free(String name) {
        String clean = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        String base = clean.matches("[a-z].*") ? clean : "c" + clean;
        String free = base;
        for (int i = 2; isTaken(free); i++) {
            free = base + "_" + i;
        }
        return free;
    }

    private boolean isTaken(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Catalog rows() throws IOException {
        int count = Math.toIntExact(table.getRowCount());
        Catalog.Builder builder = new Catalog.Builder(new Schema(columns), count);
        try (RowSequence rows = table.getRowSequence()) {
            for (int row = 0; rows.next(); row++) {
                for (int i = 0; i < columns.size(); i++) {
                    set(builder, new Key(i, columns.get(i)), row, rows.getCell(places.get(i)));
                }
            }
        }
        return builder.build();
    }

    private static void set(Catalog.Builder builder, Key key, int row, @Nullable Object cell) {
        if (cell instanceof Boolean flag) {
            builder.setFlag(key, row, flag);
        } else if (cell instanceof Number number) {
            switch (key.column().type()) {
                case INT, LONG -> builder.setWhole(key, row, number.longValue());
                default -> builder.set(key, row, number.doubleValue());
            }
        }
    }
}
