package org.dovetail.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractsPageTest {

    private static final Path PAGE = Path.of("../../docs/contracts.md");

    @Test
    void pageSaysWhatTheTestsProve() throws IOException {
        String text = ContractsPage.text();
        if (Boolean.getBoolean("dovetail.write")) {
            Files.writeString(PAGE, text);
        }
        assertEquals(text, Files.readString(PAGE), "write the page anew; its head says how");
    }
}
