package org.dovetail.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.dovetail.image.Header.Card;
import org.junit.jupiter.api.Test;

class HeaderTest {

    private static final Header HEADER = new Header(List.of(
            new Card("OBJECT", "M 31", ""),
            new Card("GAIN", 1.5, ""),
            new Card("COUNT", 3L, ""),
            new Card("OPEN", true, "")));

    @Test
    void cardsAreParts() {
        assertEquals(
                Set.of("card OBJECT", "card GAIN", "card COUNT", "card OPEN"),
                HEADER.parts().keySet());
        assertNotEquals(
                HEADER.parts().get("card GAIN"),
                HEADER.with(new Card("GAIN", 1.6, "")).parts().get("card GAIN"));
    }

    @Test
    void disturbedCardHasAnotherValueOfItsType() {
        Header other = HEADER.disturbed(HEADER.parts().keySet());
        assertEquals(
                List.of("M 31?", 3.25, 4L, false),
                other.cards().stream().map(Card::value).toList());
        assertEquals(
                HEADER.cards().get(0),
                HEADER.disturbed(Set.of("card GAIN")).cards().get(0));
    }
}
