package org.dovetail.fits.hdu;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the columns of a table of compressed tiles begin in its rows. */
final class TableLayout {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d*)([LBIJKEDPQ]).*");

    private final Map<String, Column> columns = new HashMap<>();
    private int rowBytes;

    /**
     * One column.
     *
     * @param offset where it begins, in bytes
     * @param code the letter of its type
     */
    record Column(int offset, char code) {}

    private TableLayout() {}

    /** Reads the layout; empty if a column has a type that such tables do not have. */
    static Optional<TableLayout> of(Cards table) {
        TableLayout layout = new TableLayout();
        int offset = 0;
        for (int n = 1; n <= table.whole("TFIELDS", 0); n++) {
            Matcher form = FORM.matcher(table.text("TFORM" + n).orElse(""));
            if (!form.matches()) {
                return Optional.empty();
            }
            char code = form.group(2).charAt(0);
            layout.columns.put(table.text("TTYPE" + n).orElse(""), new Column(offset, code));
            int repeat = form.group(1).isEmpty() ? 1 : Integer.parseInt(form.group(1));
            offset += repeat * bytes(code);
        }
        layout.rowBytes = offset;
        return Optional.of(layout);
    }

    /** Returns how many bytes the columns take in a row. */
    int rowBytes() {
        return rowBytes;
    }

    Optional<Column> find(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    private static int bytes(char code) {
        return switch (code) {
            case 'L', 'B' -> 1;
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'Q' -> 16;
            default -> 8;
        };
    }
}
