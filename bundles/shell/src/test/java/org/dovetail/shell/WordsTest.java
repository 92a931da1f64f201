package org.dovetail.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void rangesPatternsAndDollarsArePlain() {
        assertEquals(
                List.of("retarget", "background", "mesh@[1,2)", "raw/*.fits", "$x", "a=b", "{c}"),
                Words.of("retarget background mesh@[1,2)  raw/*.fits $x a=b {c} "));
    }

    @Test
    void quotesAndBackslashesKeepWhatTheyHold() {
        assertEquals(
                List.of("a b", "c'd", "e\\f", "g h", "", "i\"j"),
                Words.of("'a b' \"c'd\" 'e\\f' g\\ h '' i\\\"j"));
    }

    @Test
    void unfinishedWordMayBeEmpty() {
        assertEquals(List.of("set", "back"), Words.unfinished("set back"));
        assertEquals(List.of("set", ""), Words.unfinished("set "));
        assertEquals(List.of(""), Words.unfinished(""));
        assertEquals(List.of("run", "a b"), Words.unfinished("run 'a b"));
    }

    @Test
    void openQuotesAndPipesAreSeen() {
        assertTrue(Words.isOpen("set a='b"));
        assertFalse(Words.isOpen("set a='b'"));
        assertTrue(Words.isForGogo("list | x"));
        assertFalse(Words.isForGogo("list 'a | b' mesh@[1,2)"));
    }

    @Test
    void quotedWordIsOneForGogo() {
        assertEquals("'mesh@[1,2)'", Words.quoted("mesh@[1,2)"));
        assertEquals("\"it's \\$5\"", Words.quoted("it's $5"));
    }
}
