package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code in the plugin guide is the code that the build compiles, tests and runs. */
class PluginGuideIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FILE =
            Pattern.compile("<!-- file: (\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);

    @Test
    void codeInTheGuideIsTheExamplePlugin() throws IOException {
        Matcher file = FILE.matcher(Files.readString(ROOT.resolve("docs/plugins.md")));
        int files = 0;
        while (file.find()) {
            files++;
            assertEquals(
                    Files.readString(ROOT.resolve(file.group(1))),
                    file.group(2),
                    "docs/plugins.md has another " + file.group(1));
        }
        assertTrue(files >= 4, "the guide shows " + files + " files only");
    }
}
