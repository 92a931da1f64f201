package org.dovetail.fits.table;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.catalog.Column.Type;
import org.dovetail.fits.hdu.Cards;

/**
 * One field of the rows of a binary table.
 *
 * @param number its number, from 1
 * @param code the letter of its type
 * @param repeat how many values it has
 * @param offset where it begins in a row, in bytes
 * @param zero what is added to its numbers
 * @param scale what its numbers are multiplied by
 * @param blank the whole number that stands for none
 */
record Field(
        int number,
        char code,
        int repeat,
        int offset,
        double zero,
        double scale,
        Optional<Long> blank) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d*)([LXBIJKAEDCMPQ]).*");

    static Optional<Field> of(Cards header, int number, int offset) {
        Matcher form = FORM.matcher(header.text("TFORM" + number).orElse(""));
        if (!form.matches()) {
            return Optional.empty();
        }
        int repeat = form.group(1).isEmpty() ? 1 : Integer.parseInt(form.group(1));
        return Optional.of(new Field(
                number,
                form.group(2).charAt(0),
                repeat,
                offset,
                header.number("TZERO" + number).orElse(0.0),
                header.number("TSCAL" + number).orElse(1.0),
                header.number("TNULL" + number).map(Double::longValue)));
    }

    /** Returns the number of bytes that it takes in a row. */
    int bytes() {
        return switch (code) {
            case 'X' -> (repeat + 7) / 8;
            case 'I' -> 2 * repeat;
            case 'J', 'E' -> 4 * repeat;
            case 'K', 'D', 'C', 'P' -> 8 * repeat;
            case 'M', 'Q' -> 16 * repeat;
            default -> repeat;
        };
    }

    /** Returns the type of column that holds it; empty for text and for several values. */
    Optional<Type> type() {
        if (repeat != 1) {
            return Optional.empty();
        }
        return switch (code) {
            case 'L' -> Optional.of(Type.BOOLEAN);
            case 'D' -> Optional.of(Type.DOUBLE);
            case 'E' -> Optional.of(isScaled() ? Type.DOUBLE : Type.FLOAT);
            case 'B', 'I', 'J' -> Optional.of(wholeType());
            case 'K' -> Optional.of(isScaled() || blank.isPresent() ? Type.DOUBLE : Type.LONG);
            default -> Optional.empty();
        };
    }

    private Type wholeType() {
        if (blank.isPresent() || scale != 1 || zero != Math.rint(zero)) {
            return Type.DOUBLE; // only there has "none" a place
        }
        boolean fits = Math.abs(zero) <= 1 << 16 && code != 'J';
        return zero == 0 || fits ? Type.INT : Type.LONG;
    }

    private boolean isScaled() {
        return scale != 1 || zero != 0;
    }

    boolean flag(ByteBuffer row) {
        return row.get(offset) == 'T';
    }

    long whole(ByteBuffer row) {
        return stored(row) + (long) zero;
    }

    double number(ByteBuffer row) {
        if (code == 'D' || code == 'E') {
            double value = code == 'D' ? row.getDouble(offset) : row.getFloat(offset);
            return isScaled() ? value * scale + zero : value;
        }
        long stored = stored(row);
        boolean none = blank.isPresent() && blank.get() == stored;
        return none ? Double.NaN : stored * scale + zero;
    }

    private long stored(ByteBuffer row) {
        return switch (code) {
            case 'B' -> row.get(offset) & 0xff;
            case 'I' -> row.getShort(offset);
            case 'J' -> row.getInt(offset);
            default -> row.getLong(offset);
        };
    }
}
