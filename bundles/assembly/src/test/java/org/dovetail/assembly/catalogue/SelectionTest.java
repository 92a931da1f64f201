package org.dovetail.assembly.catalogue;

import static org.dovetail.assembly.Descriptions.BACKGROUND;
import static org.dovetail.assembly.Descriptions.algorithm;
import static org.dovetail.assembly.Descriptions.catalogue;
import static org.dovetail.assembly.Descriptions.role;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.dovetail.assembly.Descriptions;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class SelectionTest {

    @Test
    void highestVersionInRangeIsSelected() {
        assertEquals("mesh@2.1.0", select("mesh"));
        assertEquals("mesh@1.0.0", select("mesh@[1,2)"));
        assertEquals("mesh@1.0.0", select("mesh@1.0.0"));
        assertEquals("mesh@2.1.0", select("mesh@(1.0,9]"));
    }

    @Test
    void thousandOrdersOfInstallationSelectTheSame() {
        List<AlgorithmDescription> algorithms = new ArrayList<>(Descriptions.algorithms());
        for (int minor = 0; minor < 20; minor++) {
            algorithms.add(algorithm("mesh", "1." + minor + ".1", BACKGROUND, List.of()));
        }
        Random random = new Random(42);
        for (int i = 0; i < 1000; i++) {
            Collections.shuffle(algorithms, random);
            Catalogue shuffled = catalogue(algorithms);
            assertEquals(
                    "mesh@1.19.1",
                    shuffled.select(BACKGROUND, Selector.parse("mesh@[1,2)")).toString());
            assertEquals(
                    "mesh@2.1.0",
                    shuffled.select(BACKGROUND, Selector.parse("mesh")).toString());
        }
    }

    @Test
    void sameNameAndVersionTwiceIsAnErrorThatNamesBoth() {
        List<AlgorithmDescription> algorithms = new ArrayList<>(Descriptions.algorithms());
        algorithms.add(described("org.example.other", 99, () -> AlgorithmDetails.NONE));
        TaskException e = assertThrows(
                TaskException.class,
                () -> catalogue(algorithms).select(BACKGROUND, Selector.parse("mesh")));
        assertEquals(ErrorCode.AMBIGUOUS_ALGORITHM, e.code());
        assertTrue(e.getMessage().contains("org.example.mesh@2.1.0"), e.getMessage());
        assertTrue(e.getMessage().contains("org.example.other@2.1.0 (bundle 99)"), e.getMessage());
    }

    @Test
    void brokenAlgorithmIsPassedOver() {
        List<AlgorithmDescription> algorithms = new ArrayList<>();
        algorithms.add(described("org.example.broken", 99, () -> {
            throw new TaskException(ErrorCode.NO_SUCH_ALGORITHM, "needs Java 99");
        }));
        assertEquals(
                "no algorithm: mesh@2.1.0 cannot be used: needs Java 99",
                "no algorithm: " + failure(algorithms, "mesh"));
        algorithms.add(algorithm("mesh", "1.0.0", BACKGROUND, List.of()));
        assertEquals(
                "mesh@1.0.0",
                catalogue(algorithms).select(BACKGROUND, Selector.parse("mesh")).toString());
        assertEquals(
                "needs Java 99", catalogue(algorithms).allRejections().get(0).reason());
    }

    @Test
    void rejectionsOfOneBundleReadNoOtherOnes() {
        List<AlgorithmDescription> algorithms = new ArrayList<>();
        algorithms.add(described("org.example.broken", 99, () -> {
            throw new TaskException(ErrorCode.NO_SUCH_ALGORITHM, "needs Java 99");
        }));
        algorithms.add(described("org.example.other", 100, () -> {
            throw new AssertionError("nobody asked for this one");
        }));
        Rejection listed = new Rejection("C", "org.example.broken@2.1.0", "no role");
        Rejection elsewhere = new Rejection("C", "org.example.other@2.1.0", "no role");
        Catalogue catalogue =
                new Catalogue(List.of(BACKGROUND), algorithms, List.of(listed, elsewhere));
        assertEquals(
                List.of("no role", "needs Java 99"),
                catalogue.allRejections("org.example.broken@2.1.0").stream()
                        .map(Rejection::reason)
                        .toList());
    }

    @Test
    void messagesSayWhatThereIs() {
        List<AlgorithmDescription> all = Descriptions.algorithms();
        assertEquals(
                "no algorithm 'gaussian' for the role background; there is one for the role"
                        + " smoothing; available: mesh, polynomial",
                failure(all, "gaussian"));
        assertEquals(
                "no algorithm 'wavelet' for the role background; available: mesh, polynomial",
                failure(all, "wavelet"));
        assertEquals(
                "no algorithm 'mesh' for the role background; none is installed",
                failure(List.of(), "mesh"));
        List<AlgorithmDescription> other =
                List.of(algorithm("mesh", "3.0.0", role("background", "api 2"), List.of()));
        assertEquals(
                "no algorithm 'mesh' for the role background: mesh@3.0.0 is built for another copy"
                        + " of the role, from api 2 instead of api 1; replace org.example.mesh@3.0.0 by a version"
                        + " built for that",
                failure(other, "mesh"));
    }

    @Test
    void selectorsThatAreNoneAreRefused() {
        for (String text : List.of("", "@1", "a b", "mesh@", "mesh@[1", "mesh@x", "mesh@[2,1)x")) {
            assertThrows(IllegalArgumentException.class, () -> Selector.parse(text), text);
        }
        assertEquals("mesh@[1.0.0,2.0.0)", Selector.parse("mesh@[1,2)").toString());
        assertEquals("mesh@1.2.0", Selector.parse("mesh@1.2").toString());
    }

    private static AlgorithmDescription described(
            String bundle, long id, Supplier<AlgorithmDetails> details) {
        return new AlgorithmDescription(
                "mesh",
                BACKGROUND,
                "",
                "org.example.Other",
                new BundleDescription(bundle, new Version(2, 1, 0), id, 0, () -> ""),
                details);
    }

    private static String select(String selector) {
        return catalogue().select(BACKGROUND, Selector.parse(selector)).toString();
    }

    private static String failure(List<AlgorithmDescription> algorithms, String selector) {
        TaskException e = assertThrows(
                TaskException.class,
                () -> catalogue(algorithms).select(BACKGROUND, Selector.parse(selector)));
        assertEquals(ErrorCode.NO_SUCH_ALGORITHM, e.code());
        return e.getMessage();
    }
}
