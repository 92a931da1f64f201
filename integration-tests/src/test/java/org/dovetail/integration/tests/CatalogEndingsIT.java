package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program writes catalogues by their endings, and reads them again.
 *
 * <p>{@link FormatsIT} finds the same formats in a framework that gives each bundle a loader of its
 * own; here the bundles of the platform have one, that of the class path.
 */
class CatalogEndingsIT {

    private static final List<String> ENDINGS = List.of("fits", "ecsv", "vot", "parquet", "reg");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void simulate() {
        Program demo = run("demo", "--size", "128", "-o", "demo");
        assertEquals(0, demo.code(), demo.err());
    }

    @Test
    void catalogueIsWrittenByEveryEnding() throws IOException {
        reduce("all", String.join(",", ENDINGS), "5");
        for (String ending : ENDINGS) {
            Path file = folder.resolve("all/science_001.catalog." + ending);
            assertTrue(Files.size(file) > 0, file.toString());
        }
    }

    /** A lower threshold finds more, so that the tables have to be read, not only their bytes. */
    @Test
    void tablesForOtherProgramsAreReadAgain() {
        reduce("a", "ecsv,vot", "5");
        reduce("b", "ecsv,vot", "3");
        Program compared = run("compare", "a", "b");
        assertEquals(13, compared.code(), compared.err());
        assertTrue(compared.out().contains("catalog.ecsv flux_auto"), compared.out());
        assertTrue(compared.out().contains("catalog.vot flux_auto"), compared.out());
    }

    private static void reduce(String out, String endings, String nSigma) {
        Program reduced = run(
                "run",
                "process-ccd",
                "demo/raw/science_001.fits",
                "-o",
                out,
                "-c",
                "nSigma=" + nSigma,
                "--format",
                "catalog=" + endings);
        assertEquals(0, reduced.code(), reduced.err());
    }

    private static Program run(String... args) {
        return Program.run(Distribution.home(), folder, args);
    }
}
