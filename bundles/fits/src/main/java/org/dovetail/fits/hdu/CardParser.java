package org.dovetail.fits.hdu;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.image.Header.Card;

/**
 * Turns the 80-character lines of a header into cards.
 *
 * <p>Lines that carry no value ({@code COMMENT}, {@code HISTORY}, blank ones) and lines that follow
 * no convention are left out. Long strings ({@code CONTINUE}) and long keywords ({@code HIERARCH})
 * are understood.
 */
final class CardParser {

    static final int LENGTH = 80;

    private static final int KEYWORD = 8;
    private static final String HIERARCH = "HIERARCH ";
    private static final String CONTINUE = "CONTINUE";

    private final List<Card> cards = new ArrayList<>();
    private boolean ended;

    /** Reads more lines, up to {@code END}. */
    void accept(byte[] block) {
        for (int at = 0; at + LENGTH <= block.length && !ended; at += LENGTH) {
            line(new String(block, at, LENGTH, StandardCharsets.ISO_8859_1));
        }
    }

    boolean ended() {
        return ended;
    }

    Cards cards() {
        return new Cards(cards);
    }

    private void line(String line) {
        String keyword = line.substring(0, KEYWORD).stripTrailing();
        if (keyword.equals("END") && line.substring(KEYWORD).isBlank()) {
            ended = true;
        } else if (keyword.equals(CONTINUE)) {
            continueString(line.substring(KEYWORD));
        } else if (line.startsWith("= ", KEYWORD) && !keyword.isEmpty()) {
            value(keyword, line.substring(KEYWORD + 2));
        } else if (line.startsWith(HIERARCH) && line.indexOf('=') > 0) {
            int equals = line.indexOf('=');
            value(line.substring(HIERARCH.length(), equals).strip(), line.substring(equals + 1));
        }
    }

    private void value(String keyword, String field) {
        String text = field.stripLeading();
        if (text.startsWith("'")) {
            int end = closingQuote(text);
            String value = text.substring(1, end).replace("''", "'").stripTrailing();
            cards.add(new Card(keyword, value, comment(text, Math.min(end + 1, text.length()))));
            return;
        }
        int slash = text.indexOf('/');
        String literal = (slash < 0 ? text : text.substring(0, slash)).strip();
        parse(literal)
                .ifPresent(value ->
                        cards.add(new Card(keyword, value, slash < 0 ? "" : comment(text, slash))));
    }

    private void continueString(String field) {
        String text = field.stripLeading();
        if (cards.isEmpty() || !text.startsWith("'")) {
            return;
        }
        Card last = cards.get(cards.size() - 1);
        if (last.value() instanceof String begun && begun.endsWith("&")) {
            String more =
                    text.substring(1, closingQuote(text)).replace("''", "'").stripTrailing();
            String value = begun.substring(0, begun.length() - 1) + more;
            cards.set(cards.size() - 1, new Card(last.keyword(), value, last.comment()));
        }
    }

    /** Returns the place of the quote that ends a string, or of the end where there is none. */
    private static int closingQuote(String text) {
        int at = 1;
        while (at < text.length()) {
            if (text.charAt(at) == '\'') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                    at++; // two quotes stand for one
                } else {
                    return at;
                }
            }
            at++;
        }
        return text.length();
    }

    private static String comment(String text, int from) {
        int slash = text.indexOf('/', from);
        return slash < 0 ? "" : text.substring(slash + 1).strip();
    }

    private static Optional<Object> parse(String literal) {
        if (literal.equals("T") || literal.equals("F")) {
            return Optional.of(literal.equals("T"));
        }
        try {
            if (literal.matches("[+-]?\\d{1,18}")) {
                return Optional.of(Long.valueOf(literal));
            }
            return literal.matches("[+-]?[0-9.][0-9.EeDd+-]*")
                    ? Optional.of(Double.valueOf(literal.replace('D', 'E').replace('d', 'e')))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // no value that FITS knows, such as an unquoted date
        }
    }
}
