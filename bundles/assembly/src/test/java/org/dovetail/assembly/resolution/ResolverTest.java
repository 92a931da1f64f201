package org.dovetail.assembly.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolverTest {

    private static final Layer EXAMPLE = yaml("example.yaml", """
            process-ccd:
              doWriteBackground: true          # a setting of process-ccd itself
              background:                      # a slot
                use: mesh@[1,2)                # the selection
                mesh: { boxSize: 32, clipSigma: 3.0 }
                polynomial: { order: 4 }       # kept, not in use
              detection:
                use: threshold
                threshold:
                  nSigma: 4
                  smoothing:
                    use: tophat
                    tophat: { radius: 3 }
            """);

    @Test
    void defaultsAloneMakeAPlan() {
        assertEquals("""
                process-ccd = process-ccd@1.0.0
                process-ccd.background = mesh@2.1.0
                process-ccd.background.mesh.boxSize = 128
                process-ccd.background.mesh.clipSigma = 3.0
                process-ccd.background.mesh.robust = true
                process-ccd.detection = threshold@1.0.0
                process-ccd.detection.threshold.nSigma = 5.0
                process-ccd.detection.threshold.smoothing = gaussian@1.0.0
                process-ccd.detection.threshold.smoothing.gaussian.fwhm = 2.0
                process-ccd.doWriteBackground = false
                process-ccd.measurements[0] = peak@1.0.0
                process-ccd.measurements[1] = aperture@1.0.0
                process-ccd.measurements[1].aperture.radii = [3.0, 5.0]
                process-ccd.title = "none"
                """, plan().effective());
    }

    @Test
    void fileSelectsAndSets() {
        TreePlan plan = plan(EXAMPLE);
        assertEquals("mesh@1.0.0", algorithm(plan, "process-ccd.background"));
        assertEquals("32", value(plan, "process-ccd.background", "boxSize"));
        assertEquals("4.0", value(plan, "process-ccd.detection", "nSigma"));
        assertEquals("3", value(plan, "process-ccd.detection.threshold.smoothing", "radius"));
        assertEquals("true", value(plan, "process-ccd", "doWriteBackground"));
    }

    @Test
    void laterLayersWinAndEveryLayerIsRemembered() {
        TreePlan plan = plan(
                Layer.set("background.mesh.boxSize=16"),
                EXAMPLE,
                yaml("more.yaml", "process-ccd:\n  background: { mesh: { boxSize: 48 } }\n"),
                Layer.set("process-ccd.background.mesh.boxSize=17"));
        List<Assignment> history =
                node(plan, "process-ccd.background").settings().get("boxSize").history();
        assertEquals(
                List.of(
                        "64 default of mesh@1.0.0",
                        "32 example.yaml:5:22",
                        "48 more.yaml:2:34",
                        "16 -c background.mesh.boxSize=16",
                        "17 -c process-ccd.background.mesh.boxSize=17"),
                history.stream().map(a -> a.value() + " " + a.origin()).toList());
    }

    @Test
    void cameraIsStrongerThanPipelineAndWeakerThanFile() {
        Layer pipeline = Layer.text(Layer.Kind.PIPELINE, "p", "process-ccd: {title: p}");
        Layer camera = Layer.text(Layer.Kind.CAMERA, "c", "process-ccd: {title: c}");
        assertEquals("\"c\"", value(plan(camera, pipeline), "process-ccd", "title"));
        assertEquals(
                "\"f\"",
                value(
                        plan(yaml("f", "process-ccd: {title: f}"), camera, pipeline),
                        "process-ccd",
                        "title"));
    }

    @Test
    void selectionRemembersItsLayers() {
        TreePlan plan = plan(EXAMPLE, Layer.use("background=polynomial"));
        assertEquals(
                List.of(
                        "mesh default of process-ccd@1.0.0",
                        "mesh@[1,2) example.yaml:4:10",
                        "polynomial --use background=polynomial"),
                node(plan, "process-ccd.background").selection().stream()
                        .map(a -> a.value() + " " + a.origin())
                        .toList());
    }

    @Test
    void optionsWinInTheirOrder() {
        assertEquals(
                "mesh@2.1.0",
                algorithm(
                        plan(Layer.use("background=polynomial"), Layer.set("background.use=mesh")),
                        "process-ccd.background"));
        assertEquals(
                "polynomial@1.0.0",
                algorithm(
                        plan(Layer.set("background=mesh"), Layer.use("background=polynomial")),
                        "process-ccd.background"));
    }

    @Test
    void allMistakesOfAllFilesAreReportedAtOnce() {
        Layer one = yaml("one.yaml", """
                process-ccd:
                  doWriteBackgroud: true
                  background:
                    use: mesh@[3,4)
                    polynomial: { order: 2.5, clipSigma: -1 }
                  detection:
                    threshold: { nSigma: high }
                  title: a
                  title: b
                """);
        Layer two = yaml("two.yaml", """
                process-ccd:
                  background: { mehs: { boxSize: 3 }, use: polynomail }
                  sharpening: { use: gaussian, gaussian: { fwhm: } }
                """);
        Layer three = yaml("three.yaml", "process-ccd: [unclosed\n");
        Resolution resolution =
                resolve(one, two, three, Layer.set("measurements.aperture.radii=[3, x]"));
        assertEquals(
                List.of(
                        "one.yaml:2:3: process-ccd: unknown setting 'doWriteBackgroud' of"
                                + " process-ccd@1.0.0; did you mean 'doWriteBackground'?; known:"
                                + " doWriteBackground, title, background, detection, measurements,"
                                + " sharpening",
                        "one.yaml:5:26: process-ccd.background.polynomial.order: must be a whole"
                                + " number (pixel), was 2.5",
                        "one.yaml:5:42: process-ccd.background.polynomial.clipSigma: must be from"
                                + " 0 to 10 (standard deviation), was -1.0",
                        "one.yaml:7:26: process-ccd.detection.threshold.nSigma: must be a number,"
                                + " was 'high'",
                        "one.yaml:9:3: 'title' is given twice, first in line 8",
                        "two.yaml:2:17: process-ccd.background: unknown algorithm 'mehs' for the"
                                + " role background; did you mean 'mesh'?; available: mesh,"
                                + " polynomial",
                        "two.yaml:2:44: process-ccd.background: no algorithm 'polynomail' for the"
                                + " role background; did you mean 'polynomial'?; available: mesh,"
                                + " polynomial",
                        "two.yaml:3:49: process-ccd.sharpening.gaussian.fwhm: must have a value",
                        "three.yaml:2:1: is not valid YAML: expected ',' or ']', but got <stream"
                                + " end> while parsing a flow sequence",
                        "-c measurements.aperture.radii=[3, x]:"
                                + " process-ccd.measurements[1].aperture.radii: must be a list of"
                                + " numbers, was [3, x]"),
                texts(resolution));
        TaskException e = assertThrows(TaskException.class, resolution::plan);
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertTrue(e.getMessage().lines().count() == 10, e.getMessage());
    }

    @Test
    void missingVersionIsAMatterOfSelection() {
        Resolution resolution = resolve(Layer.use("background=mesh@[3,4)"));
        assertEquals(
                List.of("--use background=mesh@[3,4): process-ccd.background: no mesh@[3.0.0,4.0.0)"
                        + " for the role background; installed versions: 1.0.0, 2.1.0"),
                texts(resolution));
        assertEquals(
                ErrorCode.NO_SUCH_ALGORITHM,
                assertThrows(TaskException.class, resolution::plan).code());
    }

    @Test
    void blockOfAnAbsentAlgorithmIsKeptAndNoted() {
        Resolution resolution = resolve(yaml("a.yaml", """
                process-ccd:
                  background:
                    spline: { knots: [1, 2], deep: { er: x } }
                """));
        assertEquals(
                List.of("a.yaml:3:5: process-ccd.background: no algorithm 'spline' for the role"
                        + " background is installed; its block is kept"),
                resolution.notes().stream().map(Object::toString).toList());
        assertEquals(plan().hash(), resolution.plan().hash());
        assertTrue(resolution.plan().dump().contains("knots: [1, 2]"));
    }

    @Test
    void settingInTheSlotInsteadOfTheBlockIsExplained() {
        assertEquals(
                List.of("a:1:30: process-ccd.background: 'boxSize' is a setting of mesh; write it"
                        + " as process-ccd.background.mesh.boxSize"),
                texts(resolve(yaml("a", "process-ccd: { background: { boxSize: 3 } }"))));
    }

    @Test
    void blockOfAnotherTaskIsCheckedAndKept() {
        Resolution resolution = resolve(yaml("a", "make-bias: { frames: none }"));
        assertEquals(
                List.of("a:1:22: make-bias.frames: must be a whole number (pixel), was 'none'"),
                texts(resolution));
        assertTrue(plan(yaml("a", "make-bias: { frames: 7 }")).dump().contains("frames: 7"));
    }

    @Test
    void blockOfAnotherVersionIsRightForThatVersion() {
        plan(yaml("a", "process-ccd: { background: { use: polynomial, mesh: {robust: true} } }"));
        assertEquals(
                1,
                resolve(yaml(
                                "a",
                                "process-ccd: {background: {use: 'mesh@1.0.0', mesh: {robust:"
                                        + " true}}}"))
                        .problems()
                        .size());
    }

    @Test
    void unknownTaskNamesTheNearest() {
        Resolution resolution =
                new Resolver(Descriptions.catalogue(), TreeRequest.of("proces-ccd")).resolve();
        assertEquals(
                List.of("task proces-ccd: no algorithm 'proces-ccd' for the role pipeline-task; did"
                        + " you mean 'process-ccd'?; available: process-ccd, make-bias"),
                texts(resolution));
    }

    @Test
    void filesThatCannotBeReadAreReportedTogether(@TempDir Path folder) throws Exception {
        Path binary =
                Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Path list = Files.writeString(folder.resolve("l.yaml"), "- a\n");
        Path absent = folder.resolve("none.yaml");
        Resolution resolution = resolve(
                Layer.file(Layer.Kind.FILE, binary),
                Layer.file(Layer.Kind.FILE, list),
                Layer.file(Layer.Kind.FILE, absent));
        assertEquals(
                List.of(
                        binary + ": is not a text file in UTF-8",
                        list + ":1:1: must be a mapping with the task at its top",
                        absent + ": there is no such file"),
                texts(resolution));
    }

    @Test
    void aliasesAreAllowedAndEndlessOnesRefused() {
        TreePlan plan = plan(yaml("a", """
                process-ccd:
                  background:
                    mesh: &clip { clipSigma: 2 }
                    polynomial: *clip
                """));
        assertEquals("2.0", value(plan, "process-ccd.background", "clipSigma"));
        assertEquals(
                "a:1:14: an alias may not stand within what it stands for",
                texts(resolve(yaml("a", "process-ccd: &x { background: *x }"))).get(0));
    }

    @Test
    void tagsRunNoCode() {
        assertEquals(
                "a:1:23: tags such as !!java.net.URL are not allowed",
                texts(resolve(yaml("a", "process-ccd: { title: !!java.net.URL 'http://x' }")))
                        .get(0)
                        .replace("tag:yaml.org,2002:", "!!"));
    }

    static Layer yaml(String name, String text) {
        return Layer.text(Layer.Kind.FILE, name, text);
    }

    static Resolution resolve(Layer... layers) {
        TreeRequest request = TreeRequest.of("process-ccd");
        for (Layer layer : layers) {
            request = request.with(layer);
        }
        return new Resolver(Descriptions.catalogue(), request).resolve();
    }

    static TreePlan plan(Layer... layers) {
        return resolve(layers).plan();
    }

    static List<String> texts(Resolution resolution) {
        return resolution.problems().stream().map(Problem::toString).toList();
    }

    static TreeNode node(TreePlan plan, String path) {
        return plan.nodes().stream()
                .filter(node -> node.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    static String algorithm(TreePlan plan, String path) {
        return node(plan, path).algorithm().toString();
    }

    static String value(TreePlan plan, String path, String setting) {
        return node(plan, path).settings().get(setting).text();
    }
}
