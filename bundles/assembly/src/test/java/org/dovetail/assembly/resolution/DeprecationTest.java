package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.resolution.ResolverTest.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Note;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.task.SettingDescription;
import org.dovetail.task.SettingType;
import org.junit.jupiter.api.Test;

/** Settings that are on their way out. */
class DeprecationTest {

    @Test
    void deprecatedSettingIsTakenAndToldOnceAtThePlaceThatHolds() {
        Resolution resolution = resolve(
                yaml("a.yaml", "process-ccd: { background: { use: median, median: { size: 3 } } }"),
                Layer.set("background.median.size=5"));
        assertEquals(
                List.of("-c background.median.size=5: process-ccd.background.median.size: is"
                        + " deprecated: use boxSize since 1.2"),
                notes(resolution));
        assertTrue(resolution.plan().effective().contains("median.size = 5\n"));
    }

    @Test
    void deprecatedSettingOfWhatIsNotInUseIsToldToo() {
        assertEquals(
                List.of("a:1:45: process-ccd.background.median.size: is deprecated: use boxSize"
                        + " since 1.2"),
                notes(resolve(yaml("a", "process-ccd: { background: { median: {size: 3} } }"))));
    }

    @Test
    void defaultOfADeprecatedSettingIsNotToldAndNotDumped() {
        Resolution resolution = resolve(Layer.use("background=median"));
        assertEquals(List.of(), notes(resolution));
        String dump = resolution.plan().dump();
        assertFalse(dump.contains("size:"), dump);
        Resolution again = resolve(yaml("lock", dump));
        assertEquals(List.of(), notes(again));
        assertEquals(resolution.plan().hash(), again.plan().hash());
        String set = resolve(Layer.use("background=median"), Layer.set("median.size=9"))
                .plan()
                .dump();
        assertTrue(set.contains("size: 9"), set);
    }

    private static List<String> notes(Resolution resolution) {
        return resolution.notes().stream().map(Note::toString).toList();
    }

    private static Resolution resolve(Layer... layers) {
        List<AlgorithmDescription> algorithms = Descriptions.algorithms();
        algorithms.add(Descriptions.algorithm(
                "median",
                "1.2.0",
                Descriptions.BACKGROUND,
                List.of(new SettingDescription(
                        "size",
                        SettingType.INT,
                        Optional.of(3),
                        "Size",
                        "box",
                        1,
                        9,
                        List.of(),
                        "use boxSize since 1.2"))));
        TreeRequest request = new TreeRequest(
                "pipeline-task", TreeRequest.of("process-ccd").task(), List.of(layers));
        return new Resolver(Descriptions.catalogue(algorithms), request).resolve();
    }
}
