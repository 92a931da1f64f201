package org.dovetail.fits.hdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.image.Header.Card;
import org.junit.jupiter.api.Test;

class CardParserTest {

    @Test
    void valuesOfAllKindsAreRead() {
        Cards cards = parse(
                "A       =                    T / truth",
                "B       =                  -42",
                "C       =               1.5D-3 / Fortran",
                "D       = 'it''s / text  '     / comment",
                "E       = '        '",
                "F       =                      / undefined",
                "G= 12",
                "H       = 2013-07-13 / no value of FITS",
                "HIERARCH ESO DET OUT1 CONAD = 2.1 / e-/ADU",
                "ESO-LOG 03:04:08>-START EXPO EMMI RED          / Start exp. on EMMI Red CC");
        assertTrue(cards.isTrue("A"));
        assertEquals(-42L, cards.list().get(1).value());
        assertEquals(1.5e-3, cards.number("C").orElseThrow());
        assertEquals("it's / text", cards.text("D").orElseThrow());
        assertEquals("comment", cards.list().get(3).comment());
        assertEquals(Optional.empty(), cards.text("E"));
        assertFalse(cards.has("F"));
        assertFalse(cards.has("H"));
        assertEquals(2.1, cards.number("ESO DET OUT1 CONAD").orElseThrow());
    }

    @Test
    void firstOfEqualKeywordsCounts() {
        assertEquals(1.0, parse("A       = 1", "A       = 2").number("A").orElseThrow());
    }

    @Test
    void numberInQuotesIsANumber() {
        assertEquals(1.9, parse("GAIN    = ' 1.9 '").number("GAIN").orElseThrow());
    }

    @Test
    void longStringsGoOn() {
        for (int length = 60; length < 220; length++) {
            for (String unit : List.of("abcdefg", "''", "'x", "&", "a b ")) {
                String text = unit.repeat(length).substring(0, length - 1) + ".";
                byte[] bytes = HeaderEncoder.encode(List.of(new Card("LONG", text, "")));
                CardParser parser = new CardParser();
                parser.accept(bytes);
                assertEquals(text, parser.cards().text("LONG").orElseThrow());
            }
        }
    }

    private static Cards parse(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(String.format(Locale.ROOT, "%-80s", line));
        }
        text.append(String.format(Locale.ROOT, "%-80s", "END"));
        CardParser parser = new CardParser();
        parser.accept(text.toString().getBytes(StandardCharsets.US_ASCII));
        assertTrue(parser.ended());
        return parser.cards();
    }
}
