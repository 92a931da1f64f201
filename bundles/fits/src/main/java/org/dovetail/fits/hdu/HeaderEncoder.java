package org.dovetail.fits.hdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dovetail.image.Header.Card;

/**
 * Writes cards as a header: 80 characters a line, whole blocks. Strings that are too long for a line
 * go on in {@code CONTINUE} lines, keywords that are too long stand in {@code HIERARCH} lines.
 */
final class HeaderEncoder {

    private static final int LINE = CardParser.LENGTH;
    private static final int TEXT = 68; // characters between the quotes of one line
    private static final int FIXED = 30; // numbers end in this column

    private HeaderEncoder() {}

    static byte[] encode(List<Card> cards) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean announced = false;
        for (Card card : cards) {
            if (!announced && isLong(card)) {
                announced = true;
                card(bytes, new Card("LONGSTRN", "OGIP 1.0", "long strings go on in CONTINUE"));
            }
            card(bytes, card);
        }
        line(bytes, "END");
        byte[] header = bytes.toByteArray();
        int blocks = (header.length + FitsInput.BLOCK - 1) / FitsInput.BLOCK;
        byte[] padded = Arrays.copyOf(header, blocks * FitsInput.BLOCK);
        Arrays.fill(padded, header.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void card(ByteArrayOutputStream bytes, Card card) {
        Object value = card.value();
        if (value instanceof String text) {
            string(bytes, card, ascii(text).replace("'", "''"));
        } else {
            String literal = value instanceof Boolean truth
                    ? (truth ? "T" : "F")
                    : value instanceof Double number ? number(number) : value.toString();
            String field = " ".repeat(Math.max(0, FIXED - 10 - literal.length())) + literal;
            line(bytes, begin(card) + field + comment(card));
        }
    }

    private static boolean isLong(Card card) {
        return card.value() instanceof String text
                && ascii(text).replace("'", "''").length() > TEXT;
    }

    private static void string(ByteArrayOutputStream bytes, Card card, String quoted) {
        if (quoted.length() <= TEXT) {
            String field = "'" + quoted + " ".repeat(Math.max(0, 8 - quoted.length())) + "'";
            String filled = field + " ".repeat(Math.max(0, FIXED - 10 - field.length()));
            line(bytes, begin(card) + filled + comment(card));
            return;
        }
        String prefix = begin(card);
        int at = 0;
        while (at < quoted.length()) {
            int end = cut(quoted, at);
            String more = end < quoted.length() ? "&" : "";
            line(bytes, prefix + "'" + quoted.substring(at, end) + more + "'");
            prefix = "CONTINUE  ";
            at = end;
        }
    }

    /** Returns where to end a line that begins at a place, between no two quotes of a pair. */
    private static int cut(String quoted, int at) {
        if (quoted.length() - at <= TEXT) {
            return quoted.length();
        }
        int end = at + TEXT - 1;
        int quotes = 0;
        while (end - 1 - quotes >= at && quoted.charAt(end - 1 - quotes) == '\'') {
            quotes++;
        }
        return quotes % 2 == 0 ? end : end - 1;
    }

    private static String begin(Card card) {
        return card.keyword().length() > 8
                ? "HIERARCH " + card.keyword() + " = "
                : card.keyword() + " ".repeat(8 - card.keyword().length()) + "= ";
    }

    private static String comment(Card card) {
        return card.comment().isEmpty() ? "" : " / " + ascii(card.comment());
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return ""; // an undefined value: FITS headers have no NaN
        }
        return Double.toString(value);
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            char character = text.charAt(i);
            ascii.append(character >= ' ' && character <= '~' ? character : '?');
        }
        return ascii.toString();
    }

    private static void line(ByteArrayOutputStream bytes, String text) {
        byte[] line = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), LINE);
        Arrays.fill(line, Math.min(text.length(), LINE), LINE, (byte) ' ');
        bytes.writeBytes(line);
    }
}
