package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are made from what is installed. */
class DocumentationIT {

    private static final Path ALGORITHMS = Path.of("../docs/algorithms.md");

    @TempDir
    private Path folder;

    @Test
    void listOfAlgorithmsIsCurrent() throws IOException {
        assumeTrue(Files.exists(ALGORITHMS), "no source tree around");
        Program made = Program.run(Distribution.home(), folder, "describe", "--all", "--markdown");
        assertEquals(
                made.out(),
                Files.readString(ALGORITHMS),
                "run: ./dovetail describe --all --markdown > docs/algorithms.md");
    }
}
