package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a user's files ends with its own code, one message and no file. */
class BadInputIT {

    private static final int SIZE = 96;
    private static final String GAIN = "GAIN=1.5";
    private static final String NOISE = "RDNOISE=5.0";
    private static final String TIME = "EXPTIME=30.0";

    @TempDir
    private Path folder;

    private final Random random = new Random(1);

    private Path raw(String name, String... cards) {
        return FitsFile.write(
                folder.resolve(name), SIZE, i -> 300 + 10 * random.nextGaussian(), cards);
    }

    private Path good() {
        return raw("good.fits", GAIN, NOISE, TIME);
    }

    private Path out() {
        return folder.resolve("out");
    }

    /** Runs process-ccd, which fails with a code and leaves nothing; returns what it says. */
    private String failure(int code, Object... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("run", "process-ccd"));
        args.addAll(List.of("--use", "isr.standard.overscan=none"));
        Arrays.stream(more).map(Object::toString).forEach(args::add);
        if (!args.contains("-o")) {
            args.addAll(List.of("-o", out().toString()));
        }
        Program run = Program.run(Distribution.home(), folder, args.toArray(String[]::new));
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        assertFalse(run.err().contains("\tat "), run.err());
        if (Files.exists(out())) {
            try (Stream<Path> left = Files.list(out())) {
                assertEquals(List.of(), left.toList());
            }
        }
        return run.err();
    }

    private String oneLine(int code, Object... more) throws IOException {
        String message = failure(code, more);
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void goodFileIsProcessed() throws IOException {
        Program run = Program.run(
                Distribution.home(),
                folder,
                "run",
                "process-ccd",
                "--use",
                "isr.standard.overscan=none",
                good().toString(),
                "-o",
                out().toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains(out().resolve("good.catalog.fits").toString()), run.out());
        assertTrue(run.out().contains(out().resolve("good.catalog.reg").toString()), run.out());
    }

    @Test
    void textIsNoFits() throws IOException {
        Path file = Files.writeString(folder.resolve("text.fits"), "once upon a time");
        assertTrue(oneLine(5, file).contains("text.fits"));
    }

    @Test
    void truncatedGzipIsTold() throws IOException {
        Path file = folder.resolve("cut.fits.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(Files.readAllBytes(good()));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(oneLine(5, file).contains("cut.fits.gz"));
    }

    @Test
    void flatOfAnotherSizeIsToldWithBothSizes() throws IOException {
        Path flat = FitsFile.write(folder.resolve("flat.fits"), 32, i -> 1);
        String message = oneLine(5, good(), "--flat", flat);
        assertTrue(message.contains("32 x 32") && message.contains("96 x 96"), message);
    }

    @Test
    void missingGainIsNamed() throws IOException {
        String message = oneLine(5, raw("nogain.fits", NOISE, TIME));
        assertTrue(message.contains("GAIN"), message);
    }

    @Test
    void imageOfNothingHasNoUsablePixels() throws IOException {
        Path file = FitsFile.write(
                folder.resolve("nan.fits"), SIZE, i -> Double.NaN, GAIN, NOISE, TIME);
        assertTrue(oneLine(5, file).contains("nan"));
    }

    @Test
    void allMistakesOfAConfigurationAreToldWithTheirPlaces() throws IOException {
        Path yaml = Files.writeString(folder.resolve("bad.yaml"), """
                process-ccd:
                  background:
                    use: mesh
                    mesh:
                      boxSize: 3.7
                      boxsize: 64
                  detection:
                    threshold: { nSigma: -5 }
                  isr:
                    use: nosuch
                """);
        String message = failure(2, good(), "-C", yaml);
        for (String place : List.of(":5:16: ", ":6:7: ", ":8:26: ", ":10:10: ")) {
            assertTrue(message.contains(yaml + place), place + " in " + message);
        }
        assertFalse(Files.exists(out()));
    }

    @Test
    void missingVersionOfAPluginIsToldWithTheOnesThere() throws IOException {
        String message = oneLine(3, good(), "--use", "background=mesh@[90,91)");
        assertTrue(message.contains("mesh@"), message);
    }

    @Test
    void folderThatCannotBeMadeIsTold() throws IOException {
        Path good = good();
        String message = oneLine(6, good, "-o", good.resolve("out"));
        assertTrue(message.contains("good.fits"), message);
    }
}
