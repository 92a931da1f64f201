package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads or writes what it did not declare is named; of the plugins that come along, nobody. */
class GuardIT {

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void simulate() throws IOException {
        home = Distribution.copy(folder.resolve("dovetail"));
        Files.copy(
                FixtureBundle.plugin("offending", "1.0.0"), home.resolve("plugins/offending.jar"));
        Program demo = run("demo", "-o", "demo", "--size", "192");
        assertEquals(0, demo.code(), demo.err());
    }

    private static Program run(String... args) {
        return Program.run(home, folder, args);
    }

    private static Program guarded(String task, String files, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("run", task));
        try (Stream<Path> all = Files.list(folder.resolve("demo/" + files).getParent())) {
            String prefix = Path.of(files).getFileName().toString();
            all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .filter(file -> file.toString().endsWith(".fits"))
                    .sorted()
                    .map(Path::toString)
                    .forEach(args::add);
        }
        args.addAll(List.of("--guard", "-o", "out-" + System.nanoTime()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private static String[] calibrated(String... more) {
        List<String> args = new ArrayList<>();
        for (String kind : List.of("bias", "dark", "flat")) {
            args.add("--" + kind);
            args.add("demo/calibration/" + kind + ".fits");
        }
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    @Test
    void calibrationsTouchWhatTheyDeclare() throws IOException {
        String bias = "demo/calibration/bias.fits";
        String dark = "demo/calibration/dark.fits";
        Program made = guarded("make-bias", "raw/bias");
        assertEquals(0, made.code(), made.err());
        made = guarded("make-dark", "raw/dark", "--bias", bias);
        assertEquals(0, made.code(), made.err());
        made = guarded("make-flat", "raw/flat", "--bias", bias, "--dark", dark);
        assertEquals(0, made.code(), made.err());
    }

    @Test
    void sourcesAreExtractedAsDeclared() throws IOException {
        Program made = guarded("extract-sources", "processed/science_001.exposure", "--strict");
        assertEquals(0, made.code(), made.err());
    }

    @Test
    void framesAreProcessedAsDeclared() throws IOException {
        Program made = guarded("process-ccd", "raw/science_001", calibrated("--strict"));
        assertEquals(0, made.code(), made.err());
    }

    @Test
    void otherAlgorithmsTouchWhatTheyDeclareToo() throws IOException {
        Program made = guarded(
                "process-ccd",
                "raw/science_001",
                calibrated(
                        "--use",
                        "background=polynomial",
                        "--use",
                        "detection.threshold.smoothing=tophat",
                        "--use",
                        "isr.standard.overscan=spline",
                        "-c",
                        "detection.threshold.ignoredPlanes=[CR,SAT]",
                        "-c",
                        "measurements.use=[peak,centroid,moments,isophotal,aperture,auto,half-light,"
                                + "windowed-centroid,sky,flags]"));
        assertEquals(0, made.code(), made.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--use cosmicRays=nosy|cosmicRays (nosy@1.0.0) reads plane SUSPECT|Reads|plane SUSPECT",
                "--use cosmicRays=scribbler|cosmicRays (scribbler@1.0.0) writes plane EDGE|Writes|"
                        + "plane EDGE",
                "-c measurements.use=[peak,centroid,peeper]|measurements[2] (peeper@1.0.0) reads"
                        + " column id|Reads|column id",
                "-c measurements.use=[peak,centroid,meddler]|measurements[2] (meddler@1.0.0) writes"
                        + " column x|Writes|column x",
                "--use isr=card-reader|isr (card-reader@1.0.0) reads card OBJECT|Reads|card OBJECT"
            })
    void offenderIsNamed(String options, String said, String annotation, String part)
            throws IOException {
        Program caught = guarded("process-ccd", "raw/science_001", calibrated(options.split(" ")));
        assertEquals(20, caught.code(), caught.err());
        assertEquals(
                "dovetail: science_001: process-ccd." + said + ", which neither it nor its role"
                        + " declares: @" + annotation + "({\"" + part + "\"})\n",
                caught.err());
        assertFalse(caught.err().contains("\tat "));
        String[] unguarded = Stream.concat(
                        Stream.of("run", "process-ccd", "demo/raw/science_001.fits", "-o"),
                        Stream.concat(
                                Stream.of("free-" + System.nanoTime()),
                                Stream.of(calibrated(options.split(" ")))))
                .toArray(String[]::new);
        assertEquals(0, run(unguarded).code(), "without guard mode nobody notices");
    }
}
