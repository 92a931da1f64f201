package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.ReadContext;
import org.dovetail.fits.RawExposureFormat;
import org.dovetail.plugin.processccd.ProcessCcd;
import org.dovetail.plugin.processccd.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task gives equal digests from {@code new} and from the packaged program. */
class OneWayInIT {

    @TempDir
    private Path folder;

    @Test
    void plainJavaAndTheProgramGiveEqualDigests() {
        assertEquals(0, program("demo", "-o", "demo", "--size", "256").code());
        Path raw = folder.resolve("demo/raw/science_001.fits");
        Program run = program("run", "process-ccd", raw.toString(), "-o", "out", "--json");
        assertEquals(0, run.code(), run.err());
        ProcessCcd.Outputs plain = Trees.processCcd()
                .run(new ProcessCcd.Inputs(
                        new RawExposureFormat().read(raw, ReadContext.NONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertTrue(plain.catalog().rows() > 10, plain.catalog().toString());
        assertEquals(ContentDigest.of(plain.exposure()), digest(run.out(), "exposure"));
        assertEquals(ContentDigest.of(plain.catalog()), digest(run.out(), "catalog"));
    }

    private Program program(String... args) {
        return Program.run(Distribution.home(), folder, args);
    }

    private static String digest(String summary, String dataset) {
        Matcher output = Pattern.compile(
                        "\"dataset\":\"" + dataset + "\",[^}]*\"digest\":\"([0-9a-f]{64})\"")
                .matcher(summary);
        assertTrue(output.find(), "no " + dataset + " in " + summary);
        return output.group(1);
    }
}
