package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.resolution.ResolverTest.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.file.LockFile;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.SettingType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings common to a role stand in the slot, so selecting another algorithm cannot touch them. */
class CommonSettingsTest {

    private static final RoleDescription SKY = new RoleDescription(
            "sky",
            "Doc",
            "org.example.Sky",
            false,
            "api",
            "org.example.SkySettings",
            List.of(
                    Descriptions.whole("depth", 3),
                    Descriptions.setting("planes", SettingType.STRINGS, new String[] {"BAD"})));

    private static final Layer FILE = yaml("a.yaml", """
            night:
              sky:
                use: mesh
                planes: [SAT, CR]
                mesh: { boxSize: 32 }
            """);

    @Test
    void commonSettingStandsBesideUseAndRemembersItsLayers() {
        TreePlan plan = plan(FILE, Layer.set("sky.planes=[X]"));
        assertEquals("""
                night = night@1.0.0
                night.sky = mesh@1.0.0
                night.sky.depth = 3
                night.sky.mesh.boxSize = 32
                night.sky.planes = ["X"]
                """, plan.effective());
        assertEquals(
                List.of(
                        "[\"BAD\"] default of role sky",
                        "[\"SAT\", \"CR\"] a.yaml:4:13",
                        "[\"X\"] -c sky.planes=[X]"),
                plan.root().in("sky").get(0).common().get("planes").history().stream()
                        .map(each -> CanonicalText.of(each.value()) + " " + each.origin())
                        .toList());
    }

    @Test
    void retargetingThereAndBackIsByteIdentical() {
        TreePlan there = plan(FILE, Layer.use("sky=fit"));
        assertTrue(there.effective().contains("night.sky.planes = [\"SAT\", \"CR\"]"));
        TreePlan back = plan(FILE, Layer.use("sky=fit"), Layer.use("sky=mesh"));
        assertEquals(plan(FILE).effective(), back.effective());
        assertEquals(plan(FILE).hash(), back.hash());
        assertEquals(plan(FILE).dump(), back.dump());
        assertEquals(
                plan(FILE)
                        .root()
                        .in("sky")
                        .get(0)
                        .common()
                        .get("planes")
                        .history()
                        .toString()
                        .replaceAll("@[0-9a-f]+", ""),
                back.root()
                        .in("sky")
                        .get(0)
                        .common()
                        .get("planes")
                        .history()
                        .toString()
                        .replaceAll("@[0-9a-f]+", ""));
    }

    @Test
    void whatIsWrittenElsewhereIsExplainedAndNeverMoved() {
        assertEquals(
                List.of(
                        "a:1:25: night.sky.mesh: 'planes' is common to the role sky; write it beside"
                                + " 'use', as night.sky.planes",
                        "b:1:17: night.sky: unknown algorithm 'plane' for the role sky; did you mean"
                                + " 'planes'?; available: fit, mesh",
                        "c:1:24: night.sky.depth: must be a whole number (pixel), was 'x'"),
                resolve(
                                yaml("a", "night: { sky: { mesh: { planes: [A] } } }"),
                                yaml("b", "night: { sky: { plane: [A] } }"),
                                yaml("c", "night: { sky: { depth: x } }"))
                        .problems()
                        .stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void membersOfAListShareThemOrHaveTheirOwn() {
        TreePlan plan = plan(yaml("a", """
                night:
                  several:
                    use: [mesh, { use: fit, depth: 7 }]
                    depth: 5
                """));
        assertTrue(plan.effective().contains("night.several[0].depth = 5\n"), plan.effective());
        assertTrue(plan.effective().contains("night.several[1].depth = 7\n"), plan.effective());
        TreePlan later = plan(
                yaml("a", "night: { several: [{ use: fit, depth: 7 }] }"),
                Layer.set("several.depth=9"));
        assertTrue(later.effective().contains("night.several[0].depth = 9\n"), later.effective());
    }

    @Test
    void settingsOfAnEmptySlotAreKept() {
        TreePlan plan = plan(yaml("a", "night: { spare: { depth: 8 } }"));
        assertTrue(plan.dump().contains("depth: 8"), plan.dump());
        TreePlan filled = plan(yaml("lock", plan.dump()), Layer.use("spare=fit"));
        assertTrue(filled.effective().contains("night.spare.depth = 8\n"), filled.effective());
        assertEquals(
                1,
                resolve(yaml("a", "night: { spare: { depth: x } }")).problems().size());
    }

    @Test
    void locksHaveThem() {
        TreePlan one = plan(FILE);
        assertEquals(one.effective(), plan(yaml("lock", one.dump())).effective());
        TreePlan two = plan(FILE, Layer.set("sky.depth=9"), Layer.use("sky=fit"));
        assertEquals(
                texts(one.diff(two)),
                texts(LockFile.read("1", one.dump()).diff(LockFile.read("2", two.dump()))));
        TreePlan deeper = plan(FILE, Layer.set("sky.depth=9"));
        assertEquals(List.of("night.sky.depth: 3 -> 9"), texts(one.diff(deeper)));
        assertEquals(
                List.of("night.sky.depth: 3 -> 9"),
                texts(LockFile.read("1", one.dump()).diff(LockFile.read("2", deeper.dump()))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onlyTheLastSayCounts(long seed) {
        Map<String, List<String>> choices = Map.of(
                "sky.use", List.of("mesh", "fit"),
                "sky.planes", List.of("[A]", "[B, C]"),
                "sky.depth", List.of("1", "2"),
                "sky.mesh.boxSize", List.of("8", "16"),
                "sky.fit.order", List.of("1", "2"),
                "spare.use", List.of("mesh", "none"),
                "spare.depth", List.of("4", "5"));
        List<String> places = List.copyOf(new TreeMap<>(choices).keySet());
        Random random = new Random(seed);
        List<Layer> layers = new ArrayList<>();
        Map<String, String> state = new TreeMap<>();
        for (int step = 0; step < 40; step++) {
            String place = places.get(random.nextInt(places.size()));
            String value = choices.get(place).get(random.nextInt(2));
            layers.add(Layer.set(place + "=" + value));
            state.put(place, value);
            TreePlan plan = plan(layers.toArray(Layer[]::new));
            TreePlan direct = plan(state.entrySet().stream()
                    .map(each -> Layer.set(each.getKey() + "=" + each.getValue()))
                    .toArray(Layer[]::new));
            assertEquals(direct.effective(), plan.effective(), layers::toString);
            assertEquals(direct.dump(), plan.dump());
            assertEquals(plan.dump(), plan(yaml("lock", plan.dump())).dump());
        }
    }

    private static List<String> texts(List<Difference> differences) {
        return differences.stream().map(Object::toString).toList();
    }

    private static TreePlan plan(Layer... layers) {
        return resolve(layers).plan();
    }

    private static Resolution resolve(Layer... layers) {
        Catalogue catalogue = new Catalogue(
                List.of(Descriptions.TASK, SKY),
                List.of(
                        Descriptions.algorithm(
                                "night",
                                "1.0.0",
                                Descriptions.TASK,
                                List.of(),
                                Descriptions.slot("sky", SKY, Cardinality.ONE, "mesh"),
                                Descriptions.slot("several", SKY, Cardinality.LIST),
                                Descriptions.slot("spare", SKY, Cardinality.OPTIONAL)),
                        Descriptions.algorithm(
                                "fit", "1.0.0", SKY, List.of(Descriptions.whole("order", 2))),
                        Descriptions.algorithm(
                                "mesh", "1.0.0", SKY, List.of(Descriptions.whole("boxSize", 64)))),
                List.of());
        return new Resolver(
                        catalogue,
                        new TreeRequest(
                                "pipeline-task", TreeRequest.of("night").task(), List.of(layers)))
                .resolve();
    }
}
