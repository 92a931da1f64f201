package org.dovetail.assembly.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

/** Changing a value in a file, and nothing else. */
class ConfigFileTest {

    private static final String NIGHT = """
            # Settings of the night of 12 May
            process-ccd:
              background:                      # the sky
                use: mesh@[1,2)                # two versions are about
                mesh: { boxSize: 64, clipSigma: 3.0 }   # coarse
                from-elsewhere:                # a plugin of Ada's
                  {knots:   [1,2 , 3],   'odd':  ~ }    # as she likes it

              detection:
                threshold:
                  nSigma: 5.0   # deep
                  text: |
                    several
                      lines
              # measured last
              measurements:
                - peak
                - { use: aperture, aperture: { radii: [3, 6] } }
            """;

    @Test
    void valueIsReplacedInItsPlace() {
        assertEquals(
                NIGHT.replace("boxSize: 64", "boxSize: 128"),
                set(NIGHT, "process-ccd.background.mesh.boxSize", "128"));
        assertEquals(
                NIGHT.replace("5.0   # deep", "4   # deep"),
                set(NIGHT, "process-ccd.detection.threshold.nSigma", "4"));
        assertEquals(
                NIGHT.replace("[1,2 , 3]", "[4]"),
                set(NIGHT, "process-ccd.background.from-elsewhere.knots", "[4]"));
        assertEquals(
                NIGHT.replace("[3, 6]", "[9]"),
                set(NIGHT, "process-ccd.measurements[1].aperture.radii", "[9]"));
        assertEquals(
                NIGHT.replace("- peak", "- flags"),
                set(NIGHT, "process-ccd.measurements[0]", "flags"));
        assertEquals(
                NIGHT.replace("- peak", "- flags"),
                set(NIGHT, "process-ccd.measurements[0].use", "flags"));
    }

    @Test
    void selectionKeepsAllBlocks() {
        String away = use(NIGHT, "process-ccd.background", "from-elsewhere@2.0");
        assertEquals(NIGHT.replace("mesh@[1,2)  ", "from-elsewhere@2.0  "), away);
        assertEquals(NIGHT, use(away, "process-ccd.background", "mesh@[1,2)"));
        assertEquals(away, set(NIGHT, "process-ccd.background", "from-elsewhere@2.0"));
    }

    @Test
    void newValueGoesToTheEndOfItsBlock() {
        assertEquals(
                NIGHT.replace("clipSigma: 3.0 }", "clipSigma: 3.0, filterSize: 5 }"),
                set(NIGHT, "process-ccd.background.mesh.filterSize", "5"));
        assertEquals(
                NIGHT.replace("          lines\n", "          lines\n      minArea: 5\n"),
                set(NIGHT, "process-ccd.detection.threshold.minArea", "5"));
        assertEquals(
                NIGHT.replace(
                        "          lines\n",
                        "          lines\n      smoothing:\n        tophat:\n          radius: 2\n"),
                set(NIGHT, "process-ccd.detection.threshold.smoothing.tophat.radius", "2"));
        assertEquals(NIGHT + "make-bias:\n  frames: 7\n", set(NIGHT, "make-bias.frames", "7"));
    }

    @Test
    void nameInPlaceOfABlockBecomesItsUse() {
        String text = "process-ccd:\n  background: polynomial # flat\n";
        assertEquals(
                "process-ccd:\n  background: {use: polynomial, mesh: {boxSize: 32}} # flat\n",
                set(text, "process-ccd.background.mesh.boxSize", "32"));
        assertEquals(
                "process-ccd:\n  background: mesh # flat\n",
                use(text, "process-ccd.background", "mesh"));
    }

    @Test
    void listInPlaceOfABlockBecomesItsUse() {
        assertEquals(
                NIGHT.replace("    - peak", "    use:\n    - peak")
                        + "    aperture:\n      radii: [1]\n",
                set(NIGHT, "process-ccd.measurements.aperture.radii", "[1]"));
        assertEquals(
                "t: { m: {use: [a, b], a: {x: 1}} }\n", set("t: { m: [a, b] }\n", "t.m.a.x", "1"));
        assertEquals(
                "t:\n  m:\n    - {use: a, a: {x: 1}}\n    - b\n",
                set("t:\n  m:\n    - a\n    - b\n", "t.m[0].a.x", "1"));
        assertEquals(
                "t:\n  m: [c]  # all\n  n: 1\n",
                use("t:\n  m:  # all\n    - a\n    - b\n  n: 1\n", "t.m", "[c]"));
    }

    @Test
    void emptyPlacesAreFilled() {
        assertEquals("a:\n  b: 1\n", set("", "a.b", "1"));
        assertEquals("# mine\na:\n  b: 1\n", set("# mine\n", "a.b", "1"));
        assertEquals("a: # later\n  b: 1\nc: 2\n", set("a: # later\nc: 2\n", "a.b", "1"));
        assertEquals("a: 1\nc: 2\n", set("a:\nc: 2\n", "a", "1"));
        assertEquals("a: {b: 1}\n", set("a: {}\n", "a.b", "1"));
        assertEquals("a: {b: 1}\n", set("a: ~\n", "a.b", "1"));
        assertEquals("a: {x: {b: 1}}\n", set("a: {x: }\n", "a.x.b", "1").replace("} }", "}}"));
        assertEquals("a:\n  b: 1\n  c: 2", set("a:\n  b: 1", "a.c", "2"));
    }

    @Test
    void linesEndAsTheyDid() {
        assertEquals(
                "a:\r\n  b: 1\r\n  c: 2\r\nd: 3\r\n", set("a:\r\n  b: 1\r\nd: 3\r\n", "a.c", "2"));
    }

    @Test
    void characterOutsideOfThePlaneMovesNothing() {
        String text = "a: '\ud83d\udd2d' # \ud83d\udd2d\nb: {c: '\ud83d\udd2d', d: 1}\n";
        assertEquals(text.replace("d: 1", "d: 2"), set(text, "b.d", "2"));
    }

    @Test
    void textsAreQuotedWhereTheyMustBe() {
        assertEquals("a: \"true\"\n", set("a: 1\n", "a", "'true'"));
        assertEquals("a: \"x: y # z\"\n", set("a: 1\n", "a", "'x: y # z'"));
        assertEquals("a: m@[1,2)\n", set("a: 1\n", "a", "m@[1,2)"));
        assertEquals("{a: \"m@[1,2)\"}\n", set("{a: 1}\n", "a", "m@[1,2)"));
    }

    @Test
    void whatWouldChangeSomethingElseIsRefused() {
        String shared = "a: &x { b: 1 }\nc: *x\n";
        assertRefused(shared, "a.b", "f: a.b cannot be set without changing something else");
        assertRefused(shared, "c.b", "f:2:1: has an alias for a value");
        assertRefused(shared, "c", "f:2:1: has an alias for a value");
        assertRefused("a: [1]\n", "a[1].b", "f:1:4: has no member [1]");
        assertRefused("a: [1\n", "a", "f:2:1: is not valid YAML");
        assertRefused("a: 1\na: 2\n", "a", "f:2:1: is not valid YAML");
    }

    private static void assertRefused(String text, String path, String message) {
        TaskException e = assertThrows(TaskException.class, () -> set(text, path, "7"));
        assertEquals(message, e.getMessage().substring(0, message.length()), e.getMessage());
    }

    private static String set(String text, String path, String value) {
        return new ConfigFile("f", text).set(path, value).text();
    }

    private static String use(String text, String slot, String selector) {
        return new ConfigFile("f", text).use(slot, selector).text();
    }
}
