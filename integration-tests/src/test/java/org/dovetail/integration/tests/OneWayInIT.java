package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dovetail.data.ContentDigest;
import org.dovetail.data.ReadContext;
import org.dovetail.fits.RawExposureFormat;
import org.dovetail.plugin.processccd.ProcessCcd;
import org.dovetail.plugin.processccd.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * A task gives the same by {@code new}, by a tree that a program embeds, by the packaged program
 * and by its shell.
 */
class OneWayInIT {

    private static final Pattern CONFIGURATION =
            Pattern.compile("\"(configuration)\":\"([0-9a-f]{64})\"");
    private static final Pattern DATASET =
            Pattern.compile("\"dataset\":\"(\\w+)\",[^}]*\"digest\":\"([0-9a-f]{64})\"");

    @TempDir
    private static Path folder;

    private static Path raw;

    @BeforeAll
    static void makeFrame() {
        assertEquals(0, program("demo", "-o", "demo", "--size", "256").code());
        raw = folder.resolve("demo/raw/science_001.fits");
    }

    @Test
    void newAndTreeAndProgramAndShellGiveEqualDigests() throws Exception {
        Map<String, String> embedded = byTree();
        assertEquals(embedded, byProgram("out"));
        assertEquals(embedded, byShell());
        embedded.remove("configuration"); // a task made by new has no name for it
        assertEquals(embedded, byNew());
    }

    @Test
    void otherSettingsAreSeenInEveryDigest() {
        Map<String, String> other = byProgram("other", "-c", "background.mesh.boxSize=32");
        Map<String, String> usual = byProgram("usual");
        assertEquals(Set.of("configuration", "exposure", "catalog", "quicklook"), usual.keySet());
        assertEquals(usual.keySet(), other.keySet());
        usual.forEach((what, digest) -> assertNotEquals(digest, other.get(what), what));
    }

    private static Map<String, String> byNew() {
        ProcessCcd.Outputs made = Trees.processCcd()
                .run(new ProcessCcd.Inputs(
                        new RawExposureFormat().read(raw, ReadContext.NONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertTrue(made.catalog().rows() > 10, made.catalog().toString());
        return Map.of(
                "exposure", ContentDigest.of(made.exposure()),
                "catalog", ContentDigest.of(made.catalog()),
                "quicklook", ContentDigest.of(made.quicklook()));
    }

    private static Map<String, String> byTree() throws Exception {
        LiveProgram program = new LiveProgram(folder.resolve("cache"));
        try {
            BundleContext context = program.context();
            Path jar = FixtureBundle.plugin("embedding", "1.0.0");
            Bundle bundle = context.installBundle(jar.toUri().toString());
            bundle.start();
            @SuppressWarnings("unchecked")
            Function<Path, Map<String, String>> embedding = (Function<Path, Map<String, String>>)
                    context.getService(bundle.getRegisteredServices()[0]);
            return new TreeMap<>(embedding.apply(raw));
        } finally {
            program.stop();
        }
    }

    private static Map<String, String> byProgram(String out, String... settings) {
        List<String> words = new ArrayList<>(List.of("run", "process-ccd", raw.toString()));
        words.addAll(List.of("-o", out, "--json"));
        words.addAll(List.of(settings));
        return told(program(words.toArray(String[]::new)));
    }

    private static Map<String, String> byShell() throws IOException {
        Path script = folder.resolve("script.txt");
        Files.writeString(
                script, "open process-ccd\nrun process-ccd " + raw + " -o shell --json\n");
        return told(program("shell", script.toString()));
    }

    private static Program program(String... args) {
        return Program.run(Distribution.home(), folder, args);
    }

    /** Returns what a summary tells: the configuration, and the digest of each dataset. */
    private static Map<String, String> told(Program run) {
        assertEquals(0, run.code(), run.err());
        Map<String, String> told = new TreeMap<>();
        for (Pattern pattern : List.of(CONFIGURATION, DATASET)) {
            Matcher each = pattern.matcher(run.out());
            while (each.find()) {
                String before = told.put(each.group(1), each.group(2));
                assertTrue(before == null || before.equals(each.group(2)), run.out());
            }
        }
        return told;
    }
}
