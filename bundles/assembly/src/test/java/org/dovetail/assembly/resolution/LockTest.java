package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.resolution.ResolverTest.plan;
import static org.dovetail.assembly.resolution.ResolverTest.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.file.LockFile;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

/** Lock files: dumped here, read elsewhere, compared with nothing installed. */
class LockTest {

    private static final Layer OTHER = yaml("other.yaml", """
            process-ccd:
              background: { use: mesh@1.0.0, mesh: { boxSize: 17 } }
              measurements: [{ use: aperture, aperture: { radii: [1, 2.5] } }, peak]
              sharpening: tophat
            """);

    @Test
    void lockGivesTheSameTreeWhereTheSameBundlesAre() {
        TreePlan here = plan(OTHER);
        Resolution there = resolve(lock(here));
        assertEquals(here.effective(), there.plan().effective());
        assertEquals(here.hash(), there.plan().hash());
        assertEquals(here.dump(), there.plan().dump());
        assertEquals(List.of(), there.notes());
    }

    @Test
    void lockIsRefusedWhereTheVersionIsNotInstalled() {
        Resolution there = resolve(lock(plan(OTHER)), without("mesh", "1.0.0"));
        TaskException e = assertThrows(TaskException.class, there::plan);
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        assertEquals(
                "lock.yaml:7:10: process-ccd.background: no mesh@1.0.0 for the role background;"
                        + " installed versions: 2.1.0",
                e.getMessage());
    }

    @Test
    void lockIsRefusedWhereTheBundleIsAnother() {
        String lock = plan(OTHER).dump();
        String text = lock.replace(
                "\"org.example.mesh@1.0.0\": \"digest\"", "\"org.example.mesh@1.0.0\": \"dead\"");
        int line = text.substring(0, text.indexOf("dead")).split("\n").length;
        Resolution there = resolve(yaml("lock.yaml", text));
        assertEquals(
                List.of("lock.yaml:" + line + ":31: process-ccd.background: mesh@1.0.0 is not the"
                        + " one that was locked: bundle org.example.mesh@1.0.0 has the digest"
                        + " digest, the lock has dead; install the bundle that was locked, or dump"
                        + " the configuration again to lock this one"),
                texts(there));
        assertEquals(
                ErrorCode.NO_SUCH_ALGORITHM,
                assertThrows(TaskException.class, there::plan).code());
        TreePlan without = resolve(yaml("lock.yaml", text), Layer.use("background=mesh@2.1.0"))
                .plan();
        assertTrue(without.effective().contains("mesh@2.1.0"), "what is not in use may be absent");
    }

    @Test
    void changeOfWhatWasLockedIsNoted() {
        Resolution there = resolve(lock(plan(OTHER)), Layer.set("background.mesh.boxSize=18"));
        assertEquals(1, there.notes().size());
        assertTrue(
                there.notes().get(0).message().startsWith("the configuration is no longer the one"),
                there.notes().get(0).message());
    }

    @Test
    void damagedLockIsReported() {
        assertEquals(
                List.of(
                        "a:1:1: lock: must be a block, as config dump writes it",
                        "b:1:9: lock: has 'configuration' and a block 'bundles', not 'bundle'",
                        "b:1:22: lock: configuration must be a digest"),
                texts(resolve(
                        yaml("a", "lock: 3"),
                        yaml("b", "lock: { bundle: { }, configuration: 7 }"))));
    }

    @Test
    void locksAreComparedWithNothingInstalled() {
        LockFile one = LockFile.read("1", plan(OTHER).dump());
        LockFile two = LockFile.read(
                "2",
                plan(OTHER, Layer.use("background=polynomial"), Layer.set("nSigma=4"))
                        .dump()
                        .replace("peak@1.0.0\": \"digest", "peak@1.0.0\": \"another"));
        assertEquals(List.of(), one.diff(LockFile.read("3", plan(OTHER).dump())));
        assertEquals(
                List.of(
                        "ALGORITHM process-ccd.background: mesh@1.0.0 -> polynomial@1.0.0",
                        "SETTING process-ccd.detection.threshold.nSigma: 5.0 -> 4.0",
                        "BUNDLE org.example.peak@1.0.0: digest -> another"),
                texts(one.diff(two)));
        assertEquals("1:7:10", one.diff(two).get(0).leftOrigin());
    }

    @Test
    void locksAndPlansSayTheSame() {
        TreePlan one = plan(OTHER);
        TreePlan two = plan(Layer.set("measurements.aperture.radii=[8]"), Layer.set("title=x"));
        assertEquals(
                texts(one.diff(two)),
                texts(LockFile.read("1", one.dump()).diff(LockFile.read("2", two.dump()))));
    }

    @Test
    void whatIsNoLockIsRefused() {
        assertEquals(
                "a: is no lock file: it has no 'use' with a version at its top",
                assertThrows(TaskException.class, () -> LockFile.read("a", "process-ccd: {}"))
                        .getMessage());
        assertEquals(
                "a:1:6:  is not pinned to a version, so this is no lock".replace("  ", " "),
                assertThrows(TaskException.class, () -> LockFile.read("a", "use: process-ccd"))
                        .getMessage());
    }

    @Test
    void bundleBuiltAnewShowsInComparison() {
        TreePlan one = plan();
        List<AlgorithmDescription> algorithms = Descriptions.algorithms();
        algorithms.replaceAll(each ->
                each.name().equals("peak") ? Descriptions.withDigest(each, "another") : each);
        TreePlan two = new Resolver(
                        Descriptions.catalogue(algorithms), TreeRequest.of("process-ccd"))
                .resolve()
                .plan();
        assertEquals(
                List.of("BUNDLE process-ccd.measurements[0]: peak@1.0.0 of bundle digest ->"
                        + " peak@1.0.0 of bundle another"),
                texts(one.diff(two)));
    }

    private static Layer lock(TreePlan plan) {
        return yaml("lock.yaml", plan.dump());
    }

    private static List<AlgorithmDescription> without(String name, String version) {
        List<AlgorithmDescription> rest = Descriptions.algorithms();
        rest.removeIf(each -> each.toString().equals(name + "@" + version));
        return rest;
    }

    private static Resolution resolve(Layer lock, List<AlgorithmDescription> installed) {
        return new Resolver(
                        Descriptions.catalogue(installed),
                        TreeRequest.of("process-ccd").with(lock))
                .resolve();
    }

    private static List<String> texts(List<Difference> differences) {
        return differences.stream().map(each -> each.kind() + " " + each).toList();
    }

    private static List<String> texts(Resolution resolution) {
        return ResolverTest.texts(resolution);
    }

    private static Resolution resolve(Layer... layers) {
        return ResolverTest.resolve(layers);
    }
}
