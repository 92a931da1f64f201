package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long run of real work, in which the version of a plugin that it uses is replaced and taken away.
 * The old version has a class that only the last quantum needs; where it gets that it is held up
 * until the test has seen what it wanted to see of a run under way.
 */
@Timeout(900)
class SoakIT {

    private static final int QUANTA = 200;
    private static final String OLD = "org.dovetail.fixture.median@1.0.0";
    private static final String LATE = "org.dovetail.fixture.median.WideImage of " + OLD;

    @TempDir
    private Path folder;

    private LiveProgram program;
    private Path old;
    private Path next;

    @BeforeEach
    void start() throws Exception {
        program = new LiveProgram(folder.resolve("cache"));
        old = FixtureBundle.plugin("median", "1.0.0");
        next = folder.resolve("median-1.1.0.jar");
        Files.write(next, VersionedJar.of(old, "1.1.0").readAllBytes());
    }

    @AfterEach
    void stop() throws Exception {
        program.stop();
    }

    @Test
    void runEndsOnWhatItBeganWithAndTheNextGetsTheNew() throws Exception {
        List<String> frames = frames();
        assertEquals(QUANTA, frames.size());
        ok("install", old.toString());
        ok("open", "process-ccd", "--use", "background=median");
        List<String> run = new ArrayList<>(List.of("run", "process-ccd"));
        run.addAll(frames);
        Path events = folder.resolve("events.jsonl");
        run.addAll(List.of("-j", "2", "-o", folder.resolve("out").toString(), "--background"));
        run.addAll(List.of("--events", events.toString()));
        program.hold(LATE);
        ok(run.toArray(String[]::new));

        awaitEnded(QUANTA / 4, events);
        program.events.clear();
        ok("install", next.toString());
        ok("swap");
        Program held = program.run("uninstall", OLD, "--limit", "0");
        assertEquals(75, held.code(), held.out() + held.err());
        assertTrue(held.out().contains("is held by run 1"), held.out());
        assertTrue(ended(events) < QUANTA, "the run goes on: " + ended(events));
        assertTrue(program.loaded.stream().noneMatch(LATE::equals), "not needed so far");

        program.goOn(LATE);
        Program waited = program.run("wait", "1");
        assertEquals(0, waited.code(), waited.err());
        assertTrue(waited.err().contains("200 of 200 quanta done"), waited.err());
        assertTrue(program.loaded.contains(LATE), "the last quantum needed it");
        String before = assertRecords(events, "median@1.0.0");

        Path again = folder.resolve("again.jsonl");
        ok(
                "run",
                "process-ccd",
                frames.get(0),
                "-o",
                folder.resolve("again").toString(),
                "--events",
                again.toString());
        assertNotEquals(before, assertRecords(again, "median@1.1.0"));
        gone();
        assertEquals(
                List.of(
                        "started org.dovetail.fixture.median@1.1.0",
                        "stopped " + OLD,
                        "unresolved " + OLD),
                program.events,
                "no other bundle was touched");
    }

    @Test
    void operatorsOwnUninstallWaitsForTheRun() throws Exception {
        List<String> frames = frames().subList(QUANTA - 40, QUANTA);
        ok("install", old.toString());
        ok("open", "process-ccd", "--use", "background=median");
        List<String> run = new ArrayList<>(List.of("run", "process-ccd"));
        run.addAll(frames);
        run.addAll(List.of("-o", folder.resolve("out").toString(), "--background"));
        program.hold(LATE);
        program.whenStopping(OLD, () -> program.goOn(LATE));
        ok(run.toArray(String[]::new));
        ok("install", next.toString());
        ok("swap");
        long bundle = Stream.of(program.context().getBundles())
                .filter(each -> each.getLocation().contains("median-1.0.0"))
                .findFirst()
                .orElseThrow()
                .getBundleId();
        assertTrue(program.run("runs").out().contains("running"), "the run goes on");
        Path script = folder.resolve("operator.txt");
        Files.writeString(script, "felix:uninstall " + bundle + "\n");
        Program shell = program.shell(script);
        assertEquals(0, shell.code(), shell.err());
        assertTrue(
                program.run("runs").out().contains("done"),
                "it came back when the run had ended: " + program.run("runs").out());
        assertEquals(0, program.run("wait", "1").code());
        assertTrue(program.run("wait", "1").err().contains("40 of 40 quanta done"));
        assertTrue(program.loaded.contains(LATE), "in the last quantum");
    }

    /** Waits until the old version is gone: it goes by itself after its last lease. */
    private void gone() throws Exception {
        while (program.run("plugins").out().contains("(to go)")) {
            Thread.sleep(20);
        }
        assertTrue(!program.run("plugins").out().contains("1.0.0  background: median"));
        assertEquals(3, program.run("uninstall", OLD).code());
    }

    /** Makes frames of real noise: small ones, and a wide one for the last quantum. */
    private List<String> frames() throws Exception {
        ok("demo", "-o", folder.resolve("small").toString(), "--size", "128");
        ok("demo", "-o", folder.resolve("wide").toString(), "--size", "160");
        Path frame = folder.resolve("small/raw/science_001.fits");
        Path many = Files.createDirectory(folder.resolve("many"));
        List<String> frames = new ArrayList<>();
        for (int i = 1; i < QUANTA; i++) {
            Path copy = many.resolve("frame_%03d.fits".formatted(i));
            frames.add(Files.copy(frame, copy).toString());
        }
        Path last = many.resolve("wide.fits");
        frames.add(Files.copy(folder.resolve("wide/raw/science_001.fits"), last).toString());
        return frames;
    }

    private void awaitEnded(int quanta, Path events) throws Exception {
        while (ended(events) < quanta) {
            Thread.sleep(10);
        }
    }

    private static long ended(Path events) throws IOException {
        if (!Files.exists(events)) {
            return 0; // the run has not begun yet
        }
        try (Stream<String> lines = Files.lines(events)) {
            return lines.filter(line -> line.contains("\"event\":\"quantum.end\""))
                    .count();
        }
    }

    /**
     * Checks that the run, and each quantum and each file of it, was done by one version, and that
     * nothing failed; returns the digest of the version.
     */
    private static String assertRecords(Path events, String algorithm) throws IOException {
        List<String> lines = Files.readAllLines(events, StandardCharsets.UTF_8);
        Matcher slot = Pattern.compile(
                        "\"path\":\"process-ccd.background\",\"algorithm\":\"(median@[^\"]+)\",\"bundle\":\"[^\"]+\",\"digest\":\"([^\"]+)\"")
                .matcher(lines.get(0));
        assertTrue(slot.find(), lines.get(0));
        assertEquals(algorithm, slot.group(1));
        String digest = slot.group(2);
        List<String> ends = lines.stream()
                .filter(line -> line.contains("\"event\":\"quantum.end\""))
                .toList();
        for (String line : ends) {
            assertTrue(line.contains("\"outcome\":\"done\""), line);
            assertTrue(line.contains("\"process-ccd.background\":\"" + algorithm + "\""), line);
        }
        Matcher first = Pattern.compile("\"run\":\"([^\"]+)\"").matcher(lines.get(0));
        assertTrue(first.find());
        assertTrue(lines.stream().allMatch(line -> line.contains(first.group())), "one run");
        for (String line : ends) {
            Matcher files =
                    Pattern.compile("\"file\":\"([^\"]+exposure[^\"]+fits)\"").matcher(line);
            assertTrue(files.find(), line);
            String text = Files.readString(Path.of(files.group(1)), StandardCharsets.ISO_8859_1);
            assertTrue(text.contains(algorithm), "in the header of " + files.group(1));
            assertTrue(text.contains(digest), "the digest in " + files.group(1));
        }
        return digest;
    }

    private void ok(String... words) throws Exception {
        Program run = program.run(words);
        assertEquals(0, run.code(), String.join(" ", words) + ": " + run.out() + run.err());
    }
}
