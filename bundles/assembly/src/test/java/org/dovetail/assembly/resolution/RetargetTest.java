package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.resolution.ResolverTest.plan;
import static org.dovetail.assembly.resolution.ResolverTest.resolve;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.plan.TreePlan;
import org.junit.jupiter.api.Test;

/** The four defects of LSST's {@code ConfigurableField}, none of which this configuration has. */
class RetargetTest {

    private static final Layer SETTINGS = Layer.text(Layer.Kind.FILE, "settings.yaml", """
            process-ccd:
              background:
                use: mesh@[2,3)
                mesh: { boxSize: 32, clipSigma: 2.5 }
            """);
    private static final Layer TO_B = Layer.use("background=polynomial");
    private static final Layer BACK = Layer.use("background=mesh@[2,3)");

    @Test
    void retargetingDropsNoSetting() {
        TreePlan there = plan(SETTINGS, TO_B);
        assertTrue(there.dump().contains("boxSize: 32"), "kept while another is in use");
        TreePlan again = plan(SETTINGS, TO_B, BACK);
        assertEquals(plan(SETTINGS).effective(), again.effective());
        assertEquals(plan(SETTINGS).hash(), again.hash());
        assertEquals(List.of(), plan(SETTINGS).diff(again));
    }

    @Test
    void retargetingCarriesNoSettingOver() {
        String effective = plan(SETTINGS, TO_B).effective();
        assertTrue(effective.contains("background.polynomial.clipSigma = 3.0"), effective);
        assertFalse(effective.contains("2.5"), effective);
    }

    @Test
    void retargetingShowsInComparisonTextAndHash() {
        TreePlan before = plan(SETTINGS);
        TreePlan after = plan(SETTINGS, TO_B);
        assertEquals(
                List.of("process-ccd.background: mesh@2.1.0 -> polynomial@1.0.0"),
                before.diff(after).stream().map(Object::toString).toList());
        assertEquals(
                "settings.yaml:3:10 -> --use background=polynomial",
                before.diff(after).get(0).leftOrigin() + " -> "
                        + before.diff(after).get(0).rightOrigin());
        assertNotEquals(before.effective(), after.effective());
        assertNotEquals(before.hash(), after.hash());
    }

    @Test
    void savedDefaultUndoesARetarget() {
        TreePlan defaults = plan();
        Layer saved = Layer.text(Layer.Kind.FILE, "saved.yaml", defaults.dump());
        Layer retarget = Layer.text(
                Layer.Kind.FILE, "retarget.yaml", "process-ccd: {background: polynomial}");
        assertEquals(defaults.hash(), plan(retarget, saved).hash());
    }

    @Test
    void versionAloneShowsInComparison() {
        assertEquals(
                List.of(
                        "process-ccd.background: mesh@2.1.0 -> mesh@1.0.0",
                        "process-ccd.background.mesh.boxSize: 128 -> 64",
                        "process-ccd.background.mesh.robust: true -> (nothing)"),
                plan().diff(plan(Layer.use("background=mesh@1.0.0"))).stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void orderCommentsAndLayersNeverChangeTheHash() {
        Layer other = Layer.text(Layer.Kind.FILE, "other.yaml", """
                # the same in another order
                process-ccd: {background: {mesh: {clipSigma: 2.50, boxSize: 32}, use: mesh}}
                """);
        assertEquals(plan(SETTINGS).hash(), plan(other).hash());
        assertNotEquals(plan(SETTINGS).dump(), plan().dump());
    }

    @Test
    void dumpGivesTheSamePlanAgain() {
        TreePlan plan = plan(SETTINGS, TO_B, Layer.text(Layer.Kind.FILE, "a.yaml", """
                        process-ccd:
                          title: "it's \\"quoted\\": #1"
                          measurements:
                            - use: aperture
                              aperture: { radii: [9] }
                              spare: { x: 1 }
                            - aperture
                          sharpening: { use: gaussian, tophat: { radius: 2 } }
                          detection:
                            other: { list: [{use: a}, b], deep: { x: [1, 2] } }
                        make-bias: { frames: 9 }
                        """));
        TreePlan again = plan(Layer.text(Layer.Kind.FILE, "lock.yaml", plan.dump()));
        assertEquals(plan.effective(), again.effective());
        assertEquals(plan.dump(), again.dump());
    }

    @Test
    void dumpPinsVersions() {
        TreePlan old = plan(Layer.use("background=mesh@1.0.0"));
        assertTrue(old.dump().contains("use: \"mesh@1.0.0\""), old.dump());
        assertTrue(old.dump().contains("\nuse: \"process-ccd@1.0.0\"\n"), old.dump());
        assertEquals(
                1,
                resolve(Layer.text(Layer.Kind.FILE, "lock", "use: process-ccd@7.0.0"))
                        .problems()
                        .size());
    }
}
