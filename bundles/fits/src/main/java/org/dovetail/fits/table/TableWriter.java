package org.dovetail.fits.table;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dovetail.catalog.Catalog;
import org.dovetail.catalog.Column;
import org.dovetail.catalog.Schema.Key;
import org.dovetail.fits.hdu.FitsOutput;
import org.dovetail.image.Header.Card;

/**
 * Writes a catalogue as a binary table. Beside the standard keywords of a column it has {@code
 * TUCDn} and {@code TCOMMn}, as STIL and TOPCAT have them.
 */
public final class TableWriter {

    private final Catalog catalog;
    private final List<Key> keys = new ArrayList<>();

    /** Prepares to write a catalogue. */
    public TableWriter(Catalog catalog) {
        this.catalog = catalog;
        for (Column column : catalog.schema().columns()) {
            keys.add(new Key(keys.size(), column));
        }
    }

    /** Writes the table as the next extension. */
    public void write(FitsOutput output) {
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("TFIELDS", (long) keys.size(), "number of columns"));
        cards.add(new Card("EXTNAME", "CATALOG", "name of the table"));
        int rowBytes = 0;
        for (Key key : keys) {
            rowBytes += bytes(key.column());
            describe(cards, key.column(), key.index() + 1);
        }
        output.table(rowBytes, catalog.rows(), cards, this::row);
    }

    private static void describe(List<Card> cards, Column column, int n) {
        cards.add(new Card("TTYPE" + n, column.name(), ""));
        cards.add(new Card("TFORM" + n, form(column), ""));
        if (!column.unit().isEmpty()) {
            cards.add(new Card("TUNIT" + n, column.unit(), ""));
        }
        if (!column.ucd().isEmpty()) {
            cards.add(new Card("TUCD" + n, column.ucd(), ""));
        }
        if (!column.doc().isEmpty()) {
            cards.add(new Card("TCOMM" + n, column.doc(), ""));
        }
    }

    private static String form(Column column) {
        return switch (column.type()) {
            case DOUBLE -> "1D";
            case FLOAT -> "1E";
            case LONG -> "1K";
            case INT -> "1J";
            case BOOLEAN -> "1L";
        };
    }

    private static int bytes(Column column) {
        return switch (column.type()) {
            case DOUBLE, LONG -> 8;
            case FLOAT, INT -> 4;
            case BOOLEAN -> 1;
        };
    }

    private void row(int row, ByteBuffer into) {
        for (Key key : keys) {
            switch (key.column().type()) {
                case DOUBLE -> into.putDouble(catalog.number(key, row));
                case FLOAT -> into.putFloat((float) catalog.number(key, row));
                case LONG -> into.putLong(catalog.whole(key, row));
                case INT -> into.putInt((int) catalog.whole(key, row));
                case BOOLEAN -> into.put((byte) (catalog.flag(key, row) ? 'T' : 'F'));
            }
        }
    }
}
