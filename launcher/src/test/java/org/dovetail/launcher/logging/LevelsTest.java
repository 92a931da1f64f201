package org.dovetail.launcher.logging;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class LevelsTest {

    private final Levels levels = new Levels(Level.WARN);

    @Test
    void levelWithoutAPathIsForAll() {
        assertTrue(levels.with("debug").lets("a.b", Level.DEBUG));
        assertFalse(levels.with("debug").lets("a.b", Level.TRACE));
    }

    @Test
    void levelOfAPathIsForWhatIsBelow() {
        Levels some = levels.with("process-ccd.background=DEBUG");
        assertTrue(some.lets("process-ccd.background", Level.DEBUG));
        assertTrue(some.lets("process-ccd.background.mesh", Level.DEBUG));
        assertFalse(some.lets("process-ccd.backgrounds", Level.INFO));
        assertFalse(some.lets("process-ccd", Level.INFO));
    }

    @Test
    void longestPathWinsWhateverTheOrder() {
        Levels some = levels.with("a.b=DEBUG").with("a=ERROR");
        assertTrue(some.lets("a.b.c", Level.DEBUG));
        assertFalse(some.lets("a.c", Level.WARN));
    }

    @Test
    void lastOfEqualPathsWins() {
        assertTrue(levels.with("a=ERROR").with("a=INFO").lets("a", Level.INFO));
    }

    @Test
    void unknownLevelChangesNothing() {
        assertTrue(levels.with("LOUD").lets("a", Level.WARN));
        assertFalse(levels.with("LOUD").lets("a", Level.INFO));
    }
}
