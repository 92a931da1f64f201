package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.Descriptions.MEASUREMENT;
import static org.dovetail.assembly.catalogue.Cardinality.AT_LEAST_ONE;
import static org.dovetail.assembly.resolution.ResolverTest.algorithm;
import static org.dovetail.assembly.resolution.ResolverTest.node;
import static org.dovetail.assembly.resolution.ResolverTest.plan;
import static org.dovetail.assembly.resolution.ResolverTest.resolve;
import static org.dovetail.assembly.resolution.ResolverTest.texts;
import static org.dovetail.assembly.resolution.ResolverTest.value;
import static org.dovetail.assembly.resolution.ResolverTest.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.catalogue.Cardinality;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Note;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.junit.jupiter.api.Test;

/** Lists, optional slots, and slots named by the end of their path. */
class SlotsTest {

    @Test
    void endOfAPathFindsTheSlot() {
        TreePlan plan = plan(Layer.use("smoothing=tophat"));
        assertEquals("tophat@1.0.0", algorithm(plan, "process-ccd.detection.threshold.smoothing"));
        assertEquals(
                plan.hash(),
                plan(Layer.use("process-ccd.detection.threshold.smoothing=tophat"))
                        .hash());
    }

    @Test
    void endOfAPathThatFitsSeveralSlotsNamesThem() {
        var algorithms = Descriptions.algorithms();
        algorithms.add(Descriptions.algorithm(
                "aperture",
                "2.0.0",
                Descriptions.MEASUREMENT,
                List.of(),
                Descriptions.slot(
                        "smoothing", Descriptions.SMOOTHING, Cardinality.ONE, "gaussian")));
        Resolution resolution = new Resolver(
                        Descriptions.catalogue(algorithms),
                        TreeRequest.of("process-ccd").with(Layer.use("smoothing=tophat")))
                .resolve();
        assertEquals(
                List.of("--use smoothing=tophat: 'smoothing' may be any of the slots"
                        + " detection.threshold.smoothing, measurements[1].aperture.smoothing;"
                        + " write more of the path"),
                texts(resolution));
    }

    @Test
    void slotOfAnAlgorithmThatIsNotInUseYetIsFound() {
        var algorithms = Descriptions.algorithms();
        algorithms.add(Descriptions.algorithm(
                "median",
                "1.0.0",
                Descriptions.BACKGROUND,
                List.of(),
                Descriptions.slot("filter", Descriptions.SMOOTHING, Cardinality.ONE, "gaussian")));
        TreePlan plan = new Resolver(
                        Descriptions.catalogue(algorithms),
                        TreeRequest.of("process-ccd")
                                .with(Layer.use("filter=tophat"))
                                .with(Layer.use("background=median")))
                .resolve()
                .plan();
        assertEquals("tophat@1.0.0", algorithm(plan, "process-ccd.background.median.filter"));
    }

    @Test
    void membersOfAListMayBeTwiceTheSameAlgorithm() {
        TreePlan plan = plan(
                yaml("a", """
                        process-ccd:
                          measurements:
                            - aperture
                            - use: aperture
                              aperture: { radii: [9] }
                        """),
                Layer.set("measurements[0].aperture.radii=[1, 2]"),
                Layer.set("measurements[1].use=peak"));
        assertEquals("[1.0, 2.0]", value(plan, "process-ccd.measurements[0]", "radii"));
        assertEquals("peak@1.0.0", algorithm(plan, "process-ccd.measurements[1]"));
        assertTrue(plan.dump().contains("radii: [9]"), plan.dump());
    }

    @Test
    void settingOfAMemberHasNoSayInWhatIsSelected() {
        TreePlan plan = plan(
                Layer.set("measurements[1].aperture.radii=[4]"),
                Layer.set("measurements[0].use=aperture"));
        assertEquals(
                List.of("default of process-ccd@1.0.0", "-c measurements[0].use=aperture"),
                node(plan, "process-ccd.measurements[1]").selection().stream()
                        .map(each -> each.origin().toString())
                        .toList());
        assertEquals("[4.0]", value(plan, "process-ccd.measurements[1]", "radii"));
    }

    @Test
    void listIsChosenByNamesAndSharesBlocks() {
        TreePlan plan = plan(
                Layer.use("measurements=[aperture, peak]"),
                Layer.set("measurements.aperture.radii=[7]"));
        assertEquals("aperture@1.0.0", algorithm(plan, "process-ccd.measurements[0]"));
        assertEquals("[7.0]", value(plan, "process-ccd.measurements[0]", "radii"));
        assertEquals(
                "[aperture, peak]",
                node(plan, "process-ccd.measurements[0]").selection().get(1).value());
        assertTrue(plan(Layer.set("measurements=[]")).root().in("measurements").isEmpty());
    }

    @Test
    void listIsAddedTo() {
        TreePlan plan = plan(
                yaml("a", """
                        process-ccd:
                          measurements:
                            use: [..., aperture]
                        """),
                Layer.set("measurements[1].aperture.radii=[4]"),
                Layer.use("measurements+=peak@[1,2)"),
                Layer.set("measurements+=[aperture]"));
        assertEquals(
                List.of("peak", "aperture", "aperture", "peak", "aperture"),
                plan.root().in("measurements").stream()
                        .map(node -> node.algorithm().name())
                        .toList());
        assertEquals("[4.0]", value(plan, "process-ccd.measurements[1]", "radii"));
        assertEquals(
                List.of(
                        "[peak, aperture]",
                        "[peak, aperture, aperture]",
                        "[peak, aperture, aperture, peak@[1,2)]",
                        "[peak, aperture, aperture, peak@[1,2), aperture]"),
                node(plan, "process-ccd.measurements[0]").selection().stream()
                        .map(each -> each.value())
                        .toList());
        assertEquals(
                "--use measurements+=peak@[1,2)",
                node(plan, "process-ccd.measurements[0]")
                        .selection()
                        .get(2)
                        .origin()
                        .toString());
    }

    @Test
    void whatWasThereIsInAListOnce() {
        assertEquals(
                List.of("-c measurements=[..., ...]: process-ccd.measurements: has ... twice"),
                texts(resolve(Layer.set("measurements=[..., ...]"))));
        assertEquals(
                List.of("--use background+=mesh: process-ccd.background: takes one algorithm, not a"
                        + " list"),
                texts(resolve(Layer.use("background+=mesh"))));
    }

    @Test
    void oneNameInThePlaceOfAListIsNoted() {
        Resolution resolution = resolve(Layer.use("measurements=aperture"));
        assertEquals(1, resolution.plan().root().in("measurements").size());
        assertEquals(
                List.of("--use measurements=aperture: process-ccd.measurements: aperture takes the"
                        + " place of all 2; [..., aperture] adds it to them"),
                resolution.notes().stream().map(Note::toString).toList());
        assertEquals(List.of(), resolve(Layer.use("measurements=[aperture]")).notes());
        assertEquals(
                List.of("--use measurements=peak,aperture: process-ccd.measurements: takes a list,"
                        + " as in [peak,aperture]"),
                texts(resolve(Layer.use("measurements=peak,aperture"))));
    }

    @Test
    void listThatMustNotBeEmptyIsNot() {
        var algorithms = Descriptions.algorithms();
        algorithms.add(Descriptions.algorithm(
                "process-ccd",
                "2.0.0",
                Descriptions.TASK,
                List.of(),
                Descriptions.slot("measurements", MEASUREMENT, AT_LEAST_ONE, "peak"),
                Descriptions.slot("others", MEASUREMENT, AT_LEAST_ONE)));
        Catalogue catalogue = Descriptions.catalogue(algorithms);
        TreeRequest request =
                TreeRequest.of("process-ccd").with(Layer.use("others=[peak, aperture]"));
        assertEquals(
                2,
                new Resolver(catalogue, request)
                        .resolve()
                        .plan()
                        .root()
                        .in("others")
                        .size());
        String words = "an algorithm must be chosen; available: aperture, peak";
        assertEquals(
                List.of(
                        "default of process-ccd@2.0.0: process-ccd.others: " + words,
                        "-c measurements=[]: process-ccd.measurements: " + words),
                texts(new Resolver(
                                catalogue,
                                TreeRequest.of("process-ccd").with(Layer.set("measurements=[]")))
                        .resolve()));
        assertEquals(
                List.of(
                        "-c measurements=[none]: process-ccd.measurements[0]: no algorithm 'none' for the role measurement; available: peak, aperture"),
                texts(new Resolver(catalogue, request.with(Layer.set("measurements=[none]")))
                        .resolve()));
    }

    @Test
    void memberThatIsNotThereIsReported() {
        assertEquals(
                List.of("-c measurements[2].use=peak: process-ccd.measurements: has 2 members, so"
                        + " there is no [2]"),
                texts(resolve(Layer.set("measurements[2].use=peak"))));
    }

    @Test
    void optionalSlotIsFilledAndEmptied() {
        assertTrue(plan().root().in("sharpening").isEmpty());
        assertEquals(
                "tophat@1.0.0",
                algorithm(plan(Layer.use("sharpening=tophat")), "process-ccd.sharpening"));
        assertTrue(plan(Layer.use("sharpening=tophat"), Layer.use("sharpening=none"))
                .root()
                .in("sharpening")
                .isEmpty());
    }

    @Test
    void pathInAFileIsToldToBeNested() {
        assertEquals(
                List.of(
                        "a:2:3: process-ccd: unknown setting 'background.mesh.boxSize' of"
                                + " process-ccd@1.0.0; a file nests what an option joins with dots:"
                                + " background: { mesh: { boxSize: ... } }; known:"
                                + " doWriteBackground, title, background, detection, measurements,"
                                + " sharpening",
                        "a:4:5: process-ccd.background: unknown algorithm 'mesh.boxSize' for"
                                + " the role background; a file nests what an option joins with"
                                + " dots: mesh: { boxSize: ... }; available: mesh, polynomial"),
                texts(resolve(yaml("a", """
                        process-ccd:
                          background.mesh.boxSize: 3
                          background:
                            mesh.boxSize: 4
                        """))));
    }

    @Test
    void optionsThatAreNoneAreReported() {
        assertEquals(
                List.of(
                        "-c boxSize: must be PATH=VALUE",
                        "--use smothing=tophat: no slot 'smothing'; did you mean 'smoothing'?;"
                                + " slots: background, detection, detection.threshold.smoothing,"
                                + " measurements, sharpening"),
                texts(resolve(Layer.set("boxSize"), Layer.use("smothing=tophat"))));
    }

    @Test
    void endOfAPathFindsTheSetting() {
        assertEquals(
                plan(Layer.set("detection.threshold.smoothing.gaussian.fwhm=7")).hash(),
                plan(Layer.set("fwhm=7")).hash());
        assertEquals(
                plan(Layer.set("background.mesh.boxSize=32")).hash(),
                plan(Layer.set("mesh.boxSize=32")).hash());
        assertEquals(
                plan(Layer.use("smoothing=tophat")).hash(),
                plan(Layer.set("smoothing.use=tophat")).hash());
        assertEquals(
                plan(Layer.use("smoothing=tophat")).hash(),
                plan(Layer.set("smoothing=tophat")).hash());
    }

    @Test
    void endOfAPathFindsWhatIsInUseBeforeAllElse() {
        TreePlan mesh = plan(Layer.set("clipSigma=2"));
        assertEquals("2.0", value(mesh, "process-ccd.background", "clipSigma"));
        TreePlan polynomial = plan(Layer.use("background=polynomial"), Layer.set("clipSigma=2"));
        assertEquals("2.0", value(polynomial, "process-ccd.background", "clipSigma"));
        TreePlan later = plan(Layer.set("order=3"), Layer.use("background=polynomial"));
        assertEquals("3", value(later, "process-ccd.background", "order"));
    }

    @Test
    void endOfAPathFindsTheSettingsOfListsWithAndWithoutNumbers() {
        assertEquals(
                "[4.0]",
                value(plan(Layer.set("radii=[4]")), "process-ccd.measurements[1]", "radii"));
        assertEquals(
                "[4.0]",
                value(
                        plan(Layer.set("measurements[1].aperture.radii=[4]")),
                        "process-ccd.measurements[1]",
                        "radii"));
    }

    @Test
    void endOfAPathThatFitsNoneOrSeveralSettingsSaysSo() {
        assertEquals(
                List.of(
                        "-c radius=3: 'radius' may be any of the settings"
                                + " detection.threshold.smoothing.tophat.radius,"
                                + " sharpening.tophat.radius; write more of the path",
                        "-c boxsise=3: no setting or slot 'boxsise' of process-ccd@1.0.0 and what"
                                + " is installed for its slots; did you mean 'boxSize'?"),
                texts(resolve(Layer.set("radius=3"), Layer.set("boxsise=3"))));
    }

    @Test
    void optionWinsOverTheOwnBlockOfAMember() {
        Layer file = yaml(
                "a",
                "process-ccd: { measurements: [{ use: aperture, aperture: { radii: [9] } }] }");
        TreePlan plan = plan(file, Layer.set("measurements.aperture.radii=[4]"));
        assertEquals("[4.0]", value(plan, "process-ccd.measurements[0]", "radii"));
        Layer both = yaml("b", """
                process-ccd:
                  measurements:
                    use: [{ use: aperture, aperture: { radii: [9] } }, aperture]
                    aperture: { radii: [2] }
                """);
        assertEquals("[9.0]", value(plan(both), "process-ccd.measurements[0]", "radii"));
        assertEquals("[2.0]", value(plan(both), "process-ccd.measurements[1]", "radii"));
    }

    @Test
    void choosingAListAgainRestoresWhatItsMembersHad() {
        Layer file = yaml("a", """
                process-ccd:
                  measurements:
                    - { use: aperture, aperture: { radii: [1] } }
                    - { use: aperture, aperture: { radii: [2] } }
                """);
        TreePlan before = plan(file);
        Layer away = Layer.use("measurements=[peak]");
        Layer back = Layer.use("measurements=[aperture, aperture]");
        assertEquals(before.effective(), plan(file, away, back).effective());
        assertTrue(plan(file, away).dump().contains("radii: [1]"), "the first is dumped");
    }
}
