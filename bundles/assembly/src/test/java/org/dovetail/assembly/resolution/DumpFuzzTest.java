package org.dovetail.assembly.resolution;

import static org.dovetail.assembly.resolution.ResolverTest.plan;
import static org.dovetail.assembly.resolution.ResolverTest.yaml;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dovetail.assembly.config.Assignment;
import org.dovetail.assembly.config.CanonicalText;
import org.dovetail.assembly.plan.TreePlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text, number or block of an absent plugin a configuration has, a dump has it, too. */
class DumpFuzzTest {

    private static final String ODD =
            " \t\n\r\"'\\:#-?{}[],&*!|>%@`~.\u0000\u0007\u001b\u007f\u0085\u00a0\u2028\u2029\ufeff\uffff"
                    + "\ud800\udc00aZ09eé漢\ud83d\udd2d";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void dumpGivesEveryValueBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String title = text(random);
            double sigma = Math.abs(Double.longBitsToDouble(random.nextLong())) % 10;
            double clip = Double.isFinite(sigma) ? sigma : Double.MIN_VALUE;
            Map<String, Object> absent = block(random, 3);
            TreePlan plan = plan(yaml(
                    "a",
                    CanonicalText.of(Map.of(
                            "process-ccd",
                            Map.of(
                                    "title",
                                    title,
                                    "background",
                                    Map.of(
                                            "mesh",
                                            Map.of("clipSigma", clip),
                                            "from another plugin",
                                            absent))))));
            TreePlan again = plan(yaml("lock", plan.dump()));
            assertEquals(title, again.root().settings().get("title").value());
            assertEquals(
                    clip,
                    again.root()
                            .in("background")
                            .get(0)
                            .settings()
                            .get("clipSigma")
                            .value());
            assertEquals(plan.dump(), again.dump());
            assertEquals(values(plan), values(again));
        }
    }

    private static Map<String, Object> values(TreePlan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Assignment> each : plan.kept().entrySet()) {
            values.put(each.getKey(), each.getValue().value());
        }
        return values;
    }

    private static Map<String, Object> block(Random random, int depth) {
        Map<String, Object> block = new LinkedHashMap<>();
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            block.put(text(random), value(random, depth));
        }
        return block;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
            case 3 -> text(random);
            case 4 -> block(random, depth - 1);
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }
}
