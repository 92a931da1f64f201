package org.dovetail.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cards of a FITS header that are kept because people want them; algorithms must not read them.
 *
 * @param cards the cards, in order
 * @since 1.0
 */
public record Header(List<Card> cards) {

    /** A header without cards. */
    public static final Header EMPTY = new Header(List.of());

    /** Copies the list. */
    public Header {
        cards = List.copyOf(cards);
    }

    /** Returns the first card with a keyword. */
    public Optional<Card> card(String keyword) {
        return cards.stream().filter(card -> card.keyword().equals(keyword)).findFirst();
    }

    /** Returns this header with one more card; it takes the place of one with its keyword. */
    public Header with(Card card) {
        List<Card> more = new ArrayList<>(cards);
        more.removeIf(old -> old.keyword().equals(card.keyword()));
        more.add(card);
        return new Header(more);
    }

    /**
     * One card.
     *
     * @param keyword the keyword, at most eight characters
     * @param value a {@code String}, {@code Boolean}, {@code Long} or {@code Double}
     * @param comment the comment; may be empty
     */
    public record Card(String keyword, Object value, String comment) {}
}
