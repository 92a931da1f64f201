package org.dovetail.fits.table;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.fits.hdu.Cards;
import org.dovetail.fits.hdu.FitsInput;

/**
 * Reads the first binary table that has a column of single numbers or flags; other columns (text,
 * arrays) are left out. Names are made lower case, and other signs than letters and digits
 * underscores.
 */
public final class TableReader {

    private static final int MOST_FIELDS = 999;

    private final Cards header;
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private TableReader(Cards header) {
        this.header = header;
        int offset = 0;
        for (int n = 1; n <= Math.min(MOST_FIELDS, header.whole("TFIELDS", 0)); n++) {
            Optional<Field> field = Field.of(header, n, offset);
            if (field.isEmpty()) {
                break;
            }
            offset += field.get().bytes();
            if (field.get().type().isPresent()) {
                fields.add(field.get());
                columns.add(column(field.get()));
            }
        }
    }

    /** Reads the catalogue of a file. */
    public static Catalog read(Path file) {
        try (FitsInput input = FitsInput.open(file)) {
            for (Optional<Cards> next = input.next(); next.isPresent(); next = input.next()) {
                boolean table =
                        next.get().text("XTENSION").filter("BINTABLE"::equals).isPresent()
                                && !next.get().isTrue("ZIMAGE");
                if (table) {
                    TableReader reader = new TableReader(next.get());
                    if (!reader.fields.isEmpty()) {
                        return reader.rows(input);
                    }
                }
            }
            throw input.unreadable("holds no binary table with a column of numbers");
        }
    }

    private Column column(Field field) {
        int n = field.number();
        String name = header.text("TTYPE" + n).orElse("col" + n);
        return new Column(
                free(name),
                field.type().orElseThrow(),
                header.text("TUNIT" + n).orElse(""),
                header.text("TUCD" + n).orElse(""),
                header.text("TCOMM" + n).orElse(""));
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

    private Catalog rows(FitsInput input) {
        int rowBytes = Math.toIntExact(header.whole("NAXIS1", 0));
        Field last = fields.get(fields.size() - 1);
        if (last.offset() + last.bytes() > rowBytes) {
            throw input.unreadable("has rows of " + rowBytes + " bytes in HDU " + input.index()
                    + ", fewer than its columns take");
        }
        int count = Math.toIntExact(header.whole("NAXIS2", 0));
        Catalog.Builder table = new Catalog.Builder(new Schema(columns), count);
        ByteBuffer row = ByteBuffer.allocate(rowBytes);
        for (int r = 0; r < count; r++) {
            row.clear();
            input.data(row);
            for (int i = 0; i < fields.size(); i++) {
                value(table, new Key(i, columns.get(i)), fields.get(i), r, row);
            }
        }
        return table.build();
    }

    private static void value(
            Catalog.Builder table, Key key, Field field, int row, ByteBuffer bytes) {
        switch (key.column().type()) {
            case BOOLEAN -> table.setFlag(key, row, field.flag(bytes));
            case INT, LONG -> table.setWhole(key, row, field.whole(bytes));
            default -> table.set(key, row, field.number(bytes));
        }
    }
}
