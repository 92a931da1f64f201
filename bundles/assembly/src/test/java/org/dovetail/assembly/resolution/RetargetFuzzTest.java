package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.resolution.ResolverTest.plan;
import static org.dovetail.assembly.resolution.ResolverTest.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.assembly.plan.TreePlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of retargeting, setting and going back: only the last say of each place counts. */
class RetargetFuzzTest {

    private static final int STEPS = 40;

    private static final Map<String, List<String>> CHOICES = new TreeMap<>(Map.of(
            "background.use", List.of("mesh", "mesh@1.0.0", "mesh@[2,3)", "polynomial"),
            "detection.threshold.smoothing.use", List.of("gaussian", "tophat"),
            "sharpening.use", List.of("gaussian", "tophat", "none"),
            "measurements.use", List.of("[peak]", "[aperture, peak]", "[peak, aperture]", "[]"),
            "background.mesh.boxSize", List.of("8", "16", "32"),
            "background.mesh.clipSigma", List.of("2", "2.5"),
            "background.polynomial.clipSigma", List.of("4", "4.5"),
            "detection.threshold.smoothing.gaussian.fwhm", List.of("1.5", "3"),
            "sharpening.tophat.radius", List.of("2", "3"),
            "measurements.aperture.radii", List.of("[1]", "[2, 3]")));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void onlyTheLastSayCountsAndEveryOneIsRemembered(long seed) {
        Random random = new Random(seed);
        boolean files = seed % 2 == 0; // each step as a file of its own, or as an option
        List<Layer> layers = new ArrayList<>();
        Map<String, String> state = new TreeMap<>();
        Map<String, Integer> says = new HashMap<>();
        Map<Map<String, String>, String> seen = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            List<String> places = List.copyOf(CHOICES.keySet());
            String place = places.get(random.nextInt(places.size()));
            List<String> values = CHOICES.get(place);
            String value = values.get(random.nextInt(values.size()));
            layers.add(layer(place, value, files, step));
            state.put(place, value);
            says.merge(place, 1, Integer::sum);
            TreePlan plan = plan(layers.toArray(Layer[]::new));
            assertEquals(direct(state), plan.effective(), () -> layers + " against " + state);
            String before = seen.putIfAbsent(new TreeMap<>(state), plan.effective());
            assertEquals(before == null ? plan.effective() : before, plan.effective());
            assertEquals(says, remembered(plan, files), () -> "after " + layers);
            TreePlan locked = plan(yaml("lock", plan.dump()));
            assertEquals(plan.effective(), locked.effective());
            assertEquals(plan.dump(), locked.dump());
        }
    }

    private static Layer layer(String place, String value, boolean file, int step) {
        if (!file) {
            return Layer.set(place + "=" + value);
        }
        StringBuilder text = new StringBuilder("process-ccd:");
        String indent = "\n  ";
        for (String name : place.split("\\.")) {
            text.append(indent).append(name).append(':');
            indent += "  ";
        }
        String quoted = place.equals("background.use") ? "'" + value + "'" : value;
        return yaml("step" + step + ".yaml", text + " " + quoted + "\n");
    }

    private static String direct(Map<String, String> state) {
        List<Layer> layers = new ArrayList<>();
        state.forEach((place, value) -> layers.add(Layer.set(place + "=" + value)));
        return plan(layers.toArray(Layer[]::new)).effective();
    }

    /** Counts what layers said of each place, wherever the plan remembers it. */
    private static Map<String, Integer> remembered(TreePlan plan, boolean files) {
        Map<String, Integer> counts = new HashMap<>();
        for (TreeNode node : plan.nodes()) {
            count(counts, node.path() + ".use", node.selection(), files);
            node.settings()
                    .forEach((name, value) ->
                            count(counts, node.block() + "." + name, value.history(), files));
        }
        plan.keptHistory().forEach((path, history) -> count(counts, path, history, files));
        plan.emptied().forEach((path, history) -> count(counts, path + ".use", history, files));
        return counts;
    }

    private static void count(
            Map<String, Integer> counts, String path, List<Assignment> says, boolean files) {
        String place = path.replaceFirst("process-ccd\\.", "").replaceAll("\\[\\d+]", "");
        Layer.Kind kind = files ? Layer.Kind.FILE : Layer.Kind.SET;
        int said = (int) says.stream()
                .filter(each -> each.origin().kind() == kind)
                .filter(each -> !each.origin().source().startsWith("task "))
                .count();
        if (said > 0) {
            counts.put(place, said); // members of a list share what is said of the list
        }
    }
}
