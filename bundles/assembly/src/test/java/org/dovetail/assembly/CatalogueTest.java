package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.AlgorithmDetails;
import org.dovetail.assembly.catalogue.AlgorithmService;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.assembly.world.Clock;
import org.dovetail.assembly.world.Estimator;
import org.dovetail.assembly.world.Record;
import org.dovetail.task.SettingDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;

/** What a real framework has installed, from bundles as a build makes them. */
class CatalogueTest {

    @TempDir
    private Path folder;

    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
        platform.context().registerService(Clock.class, () -> 1000, null);
        Record.EVENTS.clear();
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void rolesAndAlgorithmsAppear() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        assertEquals(
                List.of("estimation", "filter", "pipeline-task"),
                platform.trees().catalogue().roles().stream()
                        .map(RoleDescription::name)
                        .toList());
        RoleDescription filter = platform.trees().catalogue().roles().get(1);
        assertEquals("Changes a number", filter.doc());
        assertTrue(filter.permitsNone());
        assertEquals(List.of("chain@1.0.0", "times@1.0.0", "copy@1.0.0"), algorithms());
        assertEquals(List.of(), platform.trees().catalogue().allRejections());
    }

    @Test
    void detailsComeFromTheClassFile() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        AlgorithmDescription times = find("times");
        assertEquals("Multiplies by a factor", times.doc());
        AlgorithmDetails details = times.details();
        assertEquals(
                List.of("delay", "factor", "flag", "large", "mode", "none", "texts", "whole"),
                details.settings().stream().map(SettingDescription::name).toList());
        SettingDescription factor = details.setting("factor").orElseThrow();
        assertEquals("What to multiply with", factor.doc());
        assertEquals("apple", factor.unit());
        assertEquals("from -10 to 10", factor.range());
        assertEquals(2.0, factor.defaultValue().orElseThrow());
        assertEquals(
                List.of("multiply", "fail", "log"),
                details.setting("mode").orElseThrow().choices());
        AlgorithmDetails chain = find("chain").details();
        assertEquals(
                List.of("first ONE [times]", "more LIST [times, times]", "last OPTIONAL []"),
                chain.slots().stream()
                        .map(s -> s.name() + " " + s.cardinality() + " " + s.defaults())
                        .toList());
        AlgorithmDetails copy = find("copy").details();
        assertEquals(
                List.of("text java.lang.String LIST true", "size java.lang.Integer OPTIONAL false"),
                copy.inputs().stream()
                        .map(d -> d.datasetType() + " " + d.javaType() + " " + d.cardinality() + " "
                                + d.primary())
                        .toList());
        assertEquals(Cardinality.ONE, copy.outputs().get(0).cardinality());
        assertEquals("The copy", copy.outputs().get(0).doc());
    }

    @Test
    void listThatMustNotBeEmptyIsToldFromOneThatMay() throws Exception {
        platform.plugin("careful", "1.0.0");
        assertEquals(
                List.of("first ONE", "more AT_LEAST_ONE"),
                find("gate").details().slots().stream()
                        .map(slot -> slot.name() + " " + slot.cardinality())
                        .toList());
    }

    @Test
    void deprecationComesFromTheClassFile() throws Exception {
        platform.plugin("careful", "1.0.0");
        AlgorithmDetails details = find("clamp").details();
        assertEquals(
                "use high since 1.1; a number, not a percentage",
                details.setting("percent").orElseThrow().deprecated());
        assertEquals("", details.setting("low").orElseThrow().deprecated());
    }

    @Test
    void everyAlgorithmIsAServiceAsLongAsItsBundleIsThere() throws Exception {
        platform.trees();
        Bundle plain = platform.plugin("plain", "1.0.0");
        platform.plugin("plain", "2.0.0");
        String filter = "(&(role=filter)(task.type=times)(version>=1.0))";
        eventually(() -> services(filter).size() == 2);
        assertEquals(
                "times@2.0.0", services("(version>=1.5)").get(0).description().toString());
        plain.stop();
        assertEquals(1, services("(bundle=test.plain)").size());
        plain.start();
        eventually(() -> services(filter).size() == 2);
        plain.uninstall();
        assertEquals(1, services(filter).size());
    }

    @Test
    void brokenPluginsAreReportedAndHarmNothing() throws Exception {
        platform.plugin("plain", "1.0.0");
        platform.plugin("deep", "1.0.0");
        platform.plugin("broken", "1.0.0");
        platform.plugin("dynamic", "1.0.0");
        assertEquals(
                List.of(
                        "BadSetting: the default of setting 'size' must be at most 3, was 7",
                        "Dynamic$Field: reference 'clock' is no parameter of the constructor",
                        "Dynamic: reference 'clock' is dynamic; a slot is filled once, in the"
                                + " constructor",
                        "Late$NoName: fills the role filter, but has no @TaskType",
                        "Late$NoRole: fills no role: none of its interfaces has @Role",
                        "Late$OfMap: parameter 1 of the constructor (java.util.Map) is neither a"
                                + " @Reference nor the annotation with the settings",
                        "Late: has a deactivate method; implement AutoCloseable"),
                platform.rejections());
        try (TaskTree<Estimator> tree = build(plan("chain"))) {
            assertEquals(1008, tree.task().estimate(1));
        }
    }

    @Test
    void anotherCopyOfARoleIsAnotherRole() throws Exception {
        platform.plugin("deep", "1.0.0");
        platform.context()
                .installBundle(
                        "memory:copy",
                        new ByteArrayInputStream(Platform.jar(
                                "plain",
                                "9.0.0",
                                Map.of(
                                        "-exportcontents",
                                        "org.dovetail.assembly.world;version=2.0.0;"
                                                + "-noimport:=true",
                                        "Private-Package",
                                        "org.dovetail.assembly.world.plain",
                                        "-includepackage",
                                        "org.dovetail.assembly.world",
                                        "Import-Package",
                                        "!org.jspecify.*, *"))))
                .start();
        assertEquals(2, roles("filter"));
        String message =
                platform.trees().resolve(request("chain")).problems().get(0).message();
        assertTrue(message.contains("times@9.0.0 is built for another copy of the role"), message);
        assertEquals(
                List.of(
                        "Chain: asks for 'times' in its slot 'first': no algorithm 'times' for the"
                                + " role filter: times@9.0.0 is built for another copy of the role,"
                                + " from test.plain 9.0.0 instead of " + space() + "; replace"
                                + " test.plain@9.0.0 by a version built for that; choose another:"
                                + " --use first=NAME (`dovetail list filter`)",
                        "Twice: fills a copy of the role filter from test.plain 9.0.0, which"
                                + " nothing asks for; the others have it from " + space()
                                + ": replace test.plain@9.0.0 by a version built for that"),
                platform.rejections());
    }

    private String space() {
        return platform.systemBundle().replace('@', ' ');
    }

    private long roles(String name) {
        return platform.trees().catalogue().roles().stream()
                .filter(role -> role.name().equals(name))
                .count();
    }

    @Test
    void digestIsTheSameInPlaceCopiedAndPackedAgain() throws Exception {
        byte[] jar = Platform.jar("plain", "1.0.0", Map.of());
        Path file = Platform.write(folder.resolve("plain.jar"), jar);
        Bundle inPlace = platform.context().installBundle("reference:" + file.toUri());
        inPlace.start();
        String digest = find("times").bundle().digest();
        assertEquals(64, digest.length());
        inPlace.uninstall();
        Bundle copy =
                platform.context().installBundle("memory:copy", new ByteArrayInputStream(jar));
        copy.start();
        assertEquals(digest, find("times").bundle().digest());
        copy.uninstall();
        Path stored = Platform.write(folder.resolve("stored.jar"), storedReversed(file));
        assertNotEquals(Files.size(file), Files.size(stored));
        Bundle again = platform.context().installBundle("reference:" + stored.toUri());
        again.start();
        assertEquals(digest, find("times").bundle().digest());
        again.uninstall();
        platform.plugin("plain", "1.0.1");
        assertNotEquals(digest, find("times").bundle().digest());
    }

    /** Packs a jar again: without compression, all but the manifest in another order. */
    private static byte[] storedReversed(Path file) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
            Collections.reverse(entries);
            entries.sort(Comparator.comparing(e -> !e.getName().startsWith("META-INF/MANIFEST")));
            for (ZipEntry entry : entries) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(zip.getInputStream(entry).readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    private static TreeRequest request(String task, Layer... layers) {
        TreeRequest request = new TreeRequest(
                task.equals("copy") ? "pipeline-task" : "estimation",
                Selector.parse(task),
                List.of(layers));
        return request;
    }

    private TreePlan plan(String task, Layer... layers) {
        return platform.trees().resolve(request(task, layers)).plan();
    }

    private TaskTree<Estimator> build(TreePlan plan) {
        return platform.trees().build(plan, Estimator.class, BuildOptions.DEFAULT);
    }

    private List<String> algorithms() {
        return platform.trees().catalogue().algorithms().stream()
                .map(AlgorithmDescription::toString)
                .toList();
    }

    private AlgorithmDescription find(String name) {
        return platform.trees().catalogue().find(Selector.parse(name)).get(0);
    }

    private List<AlgorithmService> services(String filter) {
        List<AlgorithmService> found = new ArrayList<>();
        try {
            platform.context()
                    .getServiceReferences(AlgorithmService.class, filter)
                    .forEach(reference -> found.add(platform.context().getService(reference)));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
        assertTrue(found.stream()
                .allMatch(s -> s.description().version().compareTo(Version.emptyVersion) > 0));
        return found;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within a minute");
            Thread.sleep(1);
        }
    }
}
