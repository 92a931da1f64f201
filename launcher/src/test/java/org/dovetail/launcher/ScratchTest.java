package org.dovetail.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @Test
    @EnabledOnOs(OS.LINUX) // the file system there has no space, ever
    void placeWithoutSpaceIsNamed() {
        Scratch full = new Scratch(Path.of("/proc/dovetail"));
        assertEquals(
                "no space left in /proc; set TMPDIR to a folder with more",
                assertThrows(IOException.class, full::checkSpace).getMessage());
    }

    @Test
    void placeWithSpaceIsNot(@TempDir Path place) {
        assertDoesNotThrow(new Scratch(place.resolve("dovetail"))::checkSpace);
    }
}
