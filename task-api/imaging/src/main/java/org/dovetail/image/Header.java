package org.dovetail.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dovetail.data.Parted;

/**
 * Cards of a FITS header that are kept because people want them; algorithms must not read them.
 *
 * @param cards the cards, in order
 * @since 1.0
 */
public record Header(List<Card> cards) implements Parted {

    private static final String PART = "card ";

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

    @Override
    public Map<String, Long> parts() {
        Map<String, Long> parts = new LinkedHashMap<>();
        cards.forEach(card ->
                parts.put(PART + card.keyword(), 1L + Integer.toUnsignedLong(card.hashCode())));
        return parts;
    }

    @Override
    public Header disturbed(Set<String> names) {
        return new Header(cards.stream()
                .map(card -> names.contains(PART + card.keyword()) ? other(card) : card)
                .toList());
    }

    private static Card other(Card card) {
        Object value = card.value();
        if (value instanceof Boolean flag) {
            value = !flag;
        } else if (value instanceof Long number) {
            value = number + 1;
        } else if (value instanceof Double number) {
            value = 1.5 * number + 1;
        } else {
            value = value + "?";
        }
        return new Card(card.keyword(), value, card.comment());
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
