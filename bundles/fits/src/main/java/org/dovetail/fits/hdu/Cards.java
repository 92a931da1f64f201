package org.dovetail.fits.hdu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.image.Header.Card;

/**
 * The cards of one header, with look-ups that forgive what real headers do: the first of equal
 * keywords counts, and numbers may be quoted.
 */
public final class Cards {

    /** A header without cards. */
    public static final Cards NONE = new Cards(List.of());

    private final List<Card> list;
    private final Map<String, Card> byKeyword = new HashMap<>();

    /**
     * Creates a header.
     *
     * @param cards the cards that have a value, in order; a keyword may be longer than eight
     *     characters where it came from a {@code HIERARCH} card
     */
    public Cards(List<Card> cards) {
        list = List.copyOf(cards);
        cards.forEach(card -> byKeyword.putIfAbsent(card.keyword(), card));
    }

    /** Returns the cards, in order. */
    public List<Card> list() {
        return list;
    }

    /** Returns whether there is a card with a keyword. */
    public boolean has(String keyword) {
        return byKeyword.containsKey(keyword);
    }

    /** Returns a value as text, without blanks around it; empty if there is none or it is blank. */
    public Optional<String> text(String keyword) {
        Card card = byKeyword.get(keyword);
        return card == null
                ? Optional.empty()
                : Optional.of(card.value().toString().strip()).filter(text -> !text.isEmpty());
    }

    /** Returns the first text that one of some keywords has, leaving out {@code UNKNOWN} and such. */
    public Optional<String> firstText(List<String> keywords) {
        return keywords.stream()
                .flatMap(keyword -> text(keyword).stream())
                .filter(text -> !text.equalsIgnoreCase("UNKNOWN") && !text.equalsIgnoreCase("N/A"))
                .findFirst();
    }

    /** Returns a value as a number; empty if there is none or it is no number. */
    public Optional<Double> number(String keyword) {
        Card card = byKeyword.get(keyword);
        if (card == null) {
            return Optional.empty();
        }
        if (card.value() instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        try {
            return Optional.of(Double.valueOf(card.value().toString().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the first number that one of some keywords has. */
    public Optional<Double> firstNumber(List<String> keywords) {
        return keywords.stream().flatMap(keyword -> number(keyword).stream()).findFirst();
    }

    /** Returns a whole number, or another one if there is none. */
    public long whole(String keyword, long otherwise) {
        return number(keyword).map(Double::longValue).orElse(otherwise);
    }

    /** Returns whether a logical value is there and true. */
    public boolean isTrue(String keyword) {
        Card card = byKeyword.get(keyword);
        return card != null && Boolean.TRUE.equals(card.value());
    }

    /** Returns these cards and, after them, those of another header whose keywords are new. */
    public Cards and(Cards weaker) {
        List<Card> all = new ArrayList<>(list);
        weaker.list.stream().filter(card -> !has(card.keyword())).forEach(all::add);
        return new Cards(all);
    }

    @Override
    public String toString() {
        return "Cards[" + list.size() + "]";
    }
}
