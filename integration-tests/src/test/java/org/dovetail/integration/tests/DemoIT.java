package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames from simulation to catalogue, with the packaged program. */
class DemoIT {

    private static final String SIZE = "384"; // pixels

    @TempDir
    private static Path folder;

    private static Program demo;

    @BeforeAll
    static void demonstrate() {
        demo = run("demo", "-o", "demo", "--size", SIZE);
    }

    @Test
    void demonstrationWorks() throws IOException {
        assertEquals(0, demo.code(), demo.err());
        assertTrue(demo.out().contains("dovetail run process-ccd"), demo.out());
        assertFalse(catalogs("demo/processed").isEmpty());
    }

    @Test
    void commandThatTheDemonstrationProposesWorks() throws IOException {
        String line = demo.out()
                .lines()
                .filter(each -> each.contains("dovetail run process-ccd"))
                .findFirst()
                .orElseThrow();
        Program run = run(line.strip().substring("dovetail ".length()).split(" "));
        assertEquals(0, run.code(), run.err());
        assertEquals(1, catalogs("demo/polynomial").size());
    }

    @Test
    void equalInputsGiveEqualCatalogues() throws IOException {
        assertEquals(0, run(process("again", "-j", "2")).code());
        Path again = catalogs("again").get(0);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("demo/processed").resolve(again.getFileName())),
                Files.readAllBytes(again));
    }

    @Test
    void contractsHoldOnRealWork() throws IOException {
        Program strict = run(process("strict", "--strict"));
        assertTrue(List.of(0, 12).contains(strict.code()), strict.err());
    }

    @Test
    void planWritesNothing() throws IOException {
        Program plan = run(process("planned", "-n"));
        assertEquals(0, plan.code(), plan.err());
        assertTrue(plan.out().contains("process-ccd"), plan.out());
        assertFalse(Files.exists(folder.resolve("planned")));
    }

    @Test
    void outputIsNeverReplacedSilently() throws IOException {
        assertEquals(0, run(process("once")).code());
        byte[] before = Files.readAllBytes(catalogs("once").get(0));
        Program again = run(process("once", "-c", "background.mesh.boxSize=32"));
        assertEquals(6, again.code(), again.err());
        assertArrayEquals(before, Files.readAllBytes(catalogs("once").get(0)));
    }

    @Test
    void corruptFrameIsAnInputErrorAndLeavesNoOutput() throws IOException {
        Path frame = frame();
        Path cut = folder.resolve("cut.fits");
        byte[] bytes = Files.readAllBytes(folder.resolve(frame));
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 3));
        Program run = run("run", "process-ccd", cut.toString(), "-o", "from-cut");
        assertEquals(5, run.code(), run.err());
        assertTrue(run.err().contains("cut.fits"), run.err());
        assertFalse(Files.exists(folder.resolve("from-cut")));
    }

    @Test
    void terminationDrainsAndLeavesNothingHalf() throws IOException {
        Program ended;
        // Held up in the first quantum, however long this test takes to say so.
        try (Hold hold = new Hold(folder, "org.dovetail.execution.QuantumRun")) {
            Program.Running running = Program.startWithJavaOptions(
                    hold.option(),
                    Distribution.home(),
                    folder,
                    "demo",
                    "-o",
                    "stopped",
                    "--size",
                    SIZE);
            hold.awaitHeld(running);
            running.process().destroy(); // SIGTERM
            running.awaitErr("finishing what is in flight");
            hold.goOn();
            ended = running.await();
        }
        assertEquals(75, ended.code(), ended.err());
        assertTrue(Files.exists(folder.resolve("stopped/calibration/bias.fits")), ended.err());
        assertFalse(Files.exists(folder.resolve("stopped/calibration/dark.fits")), ended.err());
        try (Stream<Path> files = Files.walk(folder.resolve("stopped"))) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".")));
        }
    }

    private static String[] process(String output, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("run", "process-ccd", frame().toString()));
        for (String kind : List.of("bias", "dark", "flat")) {
            args.add("--" + kind);
            args.add("demo/calibration/" + kind + ".fits");
        }
        args.add("-o");
        args.add(output);
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private static Path frame() throws IOException {
        String stem = catalogs("demo/processed").get(0).getFileName().toString();
        return Path.of("demo/raw").resolve(stem.replace(".catalog", ""));
    }

    private static List<Path> catalogs(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".catalog.fits"))
                    .sorted()
                    .toList();
        }
    }

    private static Program run(String... args) {
        return Program.run(Distribution.home(), folder, args);
    }
}
