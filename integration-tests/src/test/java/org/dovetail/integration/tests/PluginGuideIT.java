package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** The guide begins with `mvn install`, which fails for a module that makes no jar. */
    @Test
    void modulesWithoutAJarAreNotInstalled() throws IOException {
        Matcher module = Pattern.compile("<module>(.*?)</module>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        List<String> without = new ArrayList<>();
        while (module.find()) {
            String pom = Files.readString(ROOT.resolve(module.group(1)).resolve("pom.xml"));
            if (pom.contains("<id>default-jar</id><phase>none</phase>")) {
                without.add(module.group(1));
                assertTrue(
                        pom.contains("<maven.install.skip>true</maven.install.skip>"),
                        module.group(1));
            }
        }
        assertEquals(List.of("integration-tests/mutants", "integration-tests"), without);
    }
}
