package org.dovetail.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which a plugin can fail to come up: what the packaged program says of it, word by
 * word, and that all else works as if it were not there.
 */
class BrokenPluginsIT {

    private static final Pattern FILTER = Pattern.compile("\\([^() ]+[<>~]?=[^()]*\\)");
    private static final int JAVA = Runtime.version().feature();

    @TempDir
    private static Path folder;

    private static Path home;
    private static String listed;

    private final Map<String, byte[]> jars = new LinkedHashMap<>();

    /**
     * A way to fail.
     *
     * @param name what is wrong
     * @param jars what is put among the plugins, by file
     * @param early whether it is known before algorithms are looked into, so that {@code list} says it
     * @param lines what is said, in the order of the files
     */
    private record Failing(
            String name, Map<String, byte[]> jars, boolean early, List<String> lines) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void install() throws IOException {
        home = Distribution.copy(folder.resolve("dovetail"));
        Program list = run("list");
        assertEquals(0, list.code(), list.err());
        listed = list.out();
    }

    @AfterEach
    void remove() throws IOException {
        for (String name : jars.keySet()) {
            Files.deleteIfExists(plugins().resolve(name));
        }
    }

    private static Program run(String... args) {
        return Program.run(home, folder, args);
    }

    private static Path plugins() {
        return home.resolve("plugins");
    }

    private void add(Map<String, byte[]> more) {
        jars.putAll(more);
        more.forEach((name, bytes) -> BrokenJar.write(plugins().resolve(name), bytes));
    }

    static Stream<Failing> failures() {
        return Stream.of(files(), manifests(), wiring(), algorithms()).flatMap(List::stream);
    }

    private static Failing one(String name, String file, byte[] jar, String said) {
        return new Failing(name, Map.of(file, jar), true, List.of(file + said));
    }

    private static List<Failing> files() {
        byte[] good = BrokenJar.of("plain");
        return List.of(
                one(
                        "corrupt jar",
                        "cut.jar",
                        Arrays.copyOf(good, good.length / 2),
                        ": not a readable jar file: zip END header not found; copy it again, or"
                                + " remove it: rm {plugins}/cut.jar"),
                one(
                        "no jar at all",
                        "text.jar",
                        "PK? No.".getBytes(StandardCharsets.UTF_8),
                        ": not a readable jar file: zip END header not found; copy it again, or"
                                + " remove it: rm {plugins}/text.jar"),
                one(
                        "classes for a newer Java",
                        "newer.jar",
                        BrokenJar.compiledFor(JAVA + 4, good),
                        ": " + needsJava(JAVA + 4)),
                new Failing(
                        "duplicate",
                        Map.of("a.jar", good, "b.jar", good),
                        true,
                        List.of("b.jar: org.example.plain@1.0.0 is installed already, from another"
                                + " jar; keep one of the two: rm {plugins}/b.jar")));
    }

    private static String needsJava(int release) {
        return "needs Java " + release + "; this is Java " + JAVA
                + "; start with a newer one: JAVA_HOME=/path/to/java-" + release
                + " dovetail doctor";
    }

    private static List<Failing> manifests() {
        return List.of(
                one(
                        "no bundle",
                        "library.jar",
                        BrokenJar.empty("", "Created-By", "somebody"),
                        ": no bundle: its manifest has no Bundle-SymbolicName; build it as"
                                + " docs/plugins.md says, or remove it: rm {plugins}/library.jar"),
                one(
                        "bad version in the manifest",
                        "version.jar",
                        BrokenJar.empty("org.example.version", "Bundle-Version", "one"),
                        ": the framework refuses its manifest: invalid version \"one\": non-numeric"
                                + " \"one\"; correct it, or remove it: rm {plugins}/version.jar"));
    }

    private static List<Failing> wiring() {
        String plain = "plain.jar (org.example.plain@1.0.0): needs ";
        return List.of(
                one(
                        "newer Java asked for by the manifest",
                        "plain.jar",
                        BrokenJar.of(
                                "plain",
                                "-noee",
                                "true",
                                "Require-Capability",
                                "osgi.ee;filter:='(&(osgi.ee=JavaSE)(version=99))'"),
                        " (org.example.plain@1.0.0): " + needsJava(99)),
                new Failing(
                        "missing bundle",
                        Map.of(
                                "plain.jar",
                                BrokenJar.of(
                                        "plain",
                                        "Require-Bundle",
                                        "org.example.sky;bundle-version=\"[1.2,2)\"")),
                        true,
                        List.of(plain + "bundle org.example.sky, version 1.2.0 or later and below"
                                + " 2.0.0, which nothing installed has; add a jar that does: cp"
                                + " org.example.sky.jar {plugins}/")),
                new Failing(
                        "bundle of another version",
                        Map.of(
                                "plain.jar",
                                BrokenJar.of(
                                        "plain",
                                        "Require-Bundle",
                                        "org.example.sky;bundle-version=\"[1.2,2)\""),
                                "sky.jar",
                                BrokenJar.empty("org.example.sky", "Bundle-Version", "1.1.0")),
                        true,
                        List.of(plain + "bundle org.example.sky, version 1.2.0 or later and below"
                                + " 2.0.0; there is 1.1.0 of org.example.sky@1.1.0, too old; add a"
                                + " newer version of that, or replace org.example.plain@1.0.0 by one"
                                + " built for it: cp org.example.plain.jar {plugins}/")),
                new Failing(
                        "missing package",
                        Map.of("plain.jar", importing("org.example.sky")),
                        true,
                        List.of(plain + "package org.example.sky, which nothing installed has; add"
                                + " a jar that does: cp org.example.sky.jar {plugins}/")),
                new Failing(
                        "contract of a later version",
                        Map.of("plain.jar", role("[9,10)")),
                        true,
                        List.of(plain
                                + "package org.dovetail.role.smoothing, version 9.0.0 or later"
                                + " and below 10.0.0; there is {role} of {api}, too old; add a newer"
                                + " version of that, or replace org.example.plain@1.0.0 by one built"
                                + " for it: cp org.example.plain.jar {plugins}/")),
                new Failing(
                        "contract of an earlier version",
                        Map.of("plain.jar", role("[0.1,0.2)")),
                        true,
                        List.of(plain
                                + "package org.dovetail.role.smoothing, version 0.1.0 or later"
                                + " and below 0.2.0; there is {role} of {api}, too new; add a version"
                                + " of that which fits, or replace org.example.plain@1.0.0 by a newer"
                                + " one: cp org.example.plain.jar {plugins}/")),
                new Failing(
                        "unsatisfied three levels deep",
                        chain(),
                        true,
                        List.of(
                                "a.jar (org.example.a@1.0.0): needs package x.b, from org.example.b@1.0.0,"
                                        + " which needs package x.c, from org.example.c@1.0.0, which needs"
                                        + " package x.d, which nothing installed has; add a jar that does:"
                                        + " cp x.d.jar {plugins}/",
                                "b.jar (org.example.b@1.0.0): needs package x.c, from org.example.c@1.0.0,"
                                        + " which needs package x.d, which nothing installed has; add a jar"
                                        + " that does: cp x.d.jar {plugins}/",
                                "c.jar (org.example.c@1.0.0): needs package x.d, which nothing installed"
                                        + " has; add a jar that does: cp x.d.jar {plugins}/")),
                new Failing(
                        "packages that do not go together",
                        clash(),
                        true,
                        List.of(
                                "user.jar (org.example.user@1.0.0): needs package x.sky, version 1.0.0 or"
                                        + " later and below 2.0.0, and x.map, from org.example.map@1.0.0,"
                                        + " which itself uses x.sky in version 2.0.0; the two do not go"
                                        + " together: replace one of org.example.user@1.0.0 and"
                                        + " org.example.map@1.0.0 by a version built for the same x.sky")));
    }

    private static byte[] role(String range) {
        return importing("org.dovetail.role.smoothing;version='" + range + "'");
    }

    private static byte[] importing(String clause) {
        return BrokenJar.of(
                "plain", "Import-Package", clause + ",org.jspecify.*;resolution:=optional, *");
    }

    private static byte[] bundle(String name, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Bundle-Version";
        all[headers.length + 1] = "1.0.0";
        return BrokenJar.empty("org.example." + name, all);
    }

    private static Map<String, byte[]> chain() {
        return Map.of(
                "a.jar", bundle("a", "Import-Package", "x.b"),
                "b.jar", bundle("b", "Import-Package", "x.c", "Export-Package", "x.b"),
                "c.jar", bundle("c", "Import-Package", "x.d", "Export-Package", "x.c"));
    }

    private static Map<String, byte[]> clash() {
        return Map.of(
                "sky1.jar",
                bundle("sky1", "Export-Package", "x.sky;version=1.0.0"),
                "sky2.jar",
                bundle("sky2", "Export-Package", "x.sky;version=2.0.0"),
                "map.jar",
                bundle(
                        "map",
                        "Export-Package",
                        "x.map;uses:=\"x.sky\"",
                        "Import-Package",
                        "x.sky;version=\"[2,3)\""),
                "user.jar",
                bundle("user", "Import-Package", "x.map,x.sky;version=\"[1,2)\""));
    }

    private static List<Failing> algorithms() {
        String cyclic = "org.example.cyclic@1.0.0 org.dovetail.fixture.broken.cyclic.";
        return List.of(
                new Failing(
                        "cyclic references",
                        Map.of("cyclic.jar", BrokenJar.of("cyclic")),
                        false,
                        List.of(
                                cyclic + "First: asks for itself, so that no tree of it ends:"
                                        + " first@1.0.0 has in its slot 'before' second@1.0.0 has in"
                                        + " its slot 'after' first@1.0.0; choose another for one of"
                                        + " the slots: --use before=NAME (`dovetail list smoothing`)",
                                cyclic + "Second: asks for itself, so that no tree of it ends:"
                                        + " second@1.0.0 has in its slot 'after' first@1.0.0 has in"
                                        + " its slot 'before' second@1.0.0; choose another for one of"
                                        + " the slots: --use after=NAME (`dovetail list smoothing`)")),
                new Failing(
                        "missing service of the platform",
                        Map.of("lonely.jar", BrokenJar.of("lonely")),
                        false,
                        List.of(
                                "org.example.lonely@1.0.0 org.dovetail.fixture.broken.lonely.Lonely:"
                                        + " needs a service org.dovetail.fixture.broken.lonely.Almanac with"
                                        + " site = La Silla and year = 2026, and nothing installed offers"
                                        + " one; add a plugin that does, or choose another (`dovetail list"
                                        + " smoothing`)")),
                new Failing(
                        "a copy of the role of its own",
                        Map.of("copy.jar", copy()),
                        false,
                        List.of("org.example.plain@1.0.0 org.dovetail.fixture.broken.plain.Plain:"
                                + " fills a copy of the role smoothing from org.example.plain 1.0.0,"
                                + " which nothing asks for; the others have it from {space}: replace"
                                + " org.example.plain@1.0.0 by a version built for that")));
    }

    private static byte[] copy() {
        return BrokenJar.of(
                "plain",
                "Private-Package",
                "org.dovetail.fixture.broken.plain,org.dovetail.role.smoothing",
                "Import-Package",
                "!org.dovetail.role.smoothing,org.jspecify.*;resolution:=optional, *",
                "-exportcontents",
                "!*");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itIsSaidAndAllElseWorks(Failing failing) {
        add(failing.jars());
        Program doctor = run("doctor");
        assertEquals(3, doctor.code(), doctor.err());
        List<String> expected =
                failing.lines().stream().map(line -> "broken: " + filled(line)).toList();
        assertEquals(
                String.join("\n", expected),
                String.join(
                        "\n",
                        doctor.out()
                                .lines()
                                .filter(l -> l.startsWith("broken: "))
                                .toList()));
        assertFalse(FILTER.matcher(String.join("\n", expected)).find(), "no filter for people");

        Program list = run("list");
        assertEquals(0, list.code(), list.err());
        assertTrue(list.out().lines().toList().containsAll(listed.lines().toList()), list.out());
        assertEquals(
                failing.early() ? String.join("\n", expected) : "",
                String.join(
                        "\n",
                        list.err()
                                .lines()
                                .map(line -> line.replace("dovetail: ", ""))
                                .toList()));
    }

    @Test
    void allTogetherKeepNothingFromWorking() {
        failures()
                .forEach(failing -> failing.jars()
                        .forEach((name, jar) ->
                                add(Map.of(failing.name().replace(' ', '-') + name, jar))));
        Program demo = run("demo", "-o", "demo", "--size", "256");
        assertEquals(0, demo.code(), demo.err());
    }

    private static String filled(String line) {
        Path image = home.resolve("bundles/org.dovetail.image.jar");
        String bundle = Distribution.manifest(image).getValue("Bundle-Version");
        String role = Headers.clauses(image, "Export-Package")
                .get("org.dovetail.role.smoothing")
                .replaceAll(".*version=\"?([\\d.]+).*", "$1");
        return line.replace("{plugins}", plugins().toString())
                .replace("{role}", role)
                .replace("{api}", "org.dovetail.image@" + bundle)
                .replace("{space}", "org.dovetail.image " + bundle);
    }

    @Test
    void filterIsThereForWhoAsks() {
        add(Map.of("plain.jar", importing("org.example.sky")));
        Program doctor = run("doctor", "-v");
        assertTrue(
                doctor.out()
                        .contains(" cp org.example.sky.jar " + plugins()
                                + "/ (osgi.wiring.package=org.example.sky)\n"),
                doctor.out());
    }

    private static Program smooth(String... more) {
        Stream<String> args = Stream.concat(
                Stream.of("run", "process-ccd", "frame.fits", "-o", "out"), Stream.of(more));
        Program run = run(args.toArray(String[]::new));
        assertFalse(Files.exists(folder.resolve("out")));
        assertFalse(run.err().contains("\tat "), run.err());
        return run;
    }

    @Test
    void constructorThatThrowsIsNamedWithItsPlace() {
        add(Map.of("throwing.jar", BrokenJar.of("throwing")));
        assertEquals(0, run("doctor").code(), "what a constructor does is not known before");
        Program run = smooth("--use", "detection.threshold.smoothing=throwing");
        assertEquals(20, run.code());
        assertEquals(
                "dovetail: process-ccd.detection.threshold.smoothing (throwing@1.0.0): cannot be"
                        + " constructed: java.lang.IllegalStateException: the table of weights is"
                        + " empty; choose another: --use detection.threshold.smoothing=NAME"
                        + " (`dovetail list smoothing`)\n",
                run.err());
    }

    @Test
    void missingSettingIsNamedWithTheOptionThatSetsIt() {
        add(Map.of("demanding.jar", BrokenJar.of("demanding")));
        assertEquals(0, run("doctor").code(), "it can be used: with the setting");
        Program run = smooth("--use", "detection.threshold.smoothing=demanding");
        assertEquals(2, run.code());
        assertEquals(
                "dovetail: --use detection.threshold.smoothing=demanding:"
                        + " process-ccd.detection.threshold.smoothing.demanding.width: has no default"
                        + " and must be given (Width of the filter): -c"
                        + " detection.threshold.smoothing.demanding.width=VALUE\n",
                run.err());
        Program given = smooth(
                "--use",
                "detection.threshold.smoothing=demanding",
                "-c",
                "detection.threshold.smoothing.demanding.width=3");
        assertEquals(5, given.code(), "now only the frame is missing: " + given.err());
    }

    @Test
    void missingServiceAndEndlessTreeAreNamedWithTheirPlace() {
        add(Map.of("lonely.jar", BrokenJar.of("lonely"), "cyclic.jar", BrokenJar.of("cyclic")));
        Program lonely = smooth("--use", "detection.threshold.smoothing=lonely");
        assertEquals(3, lonely.code());
        assertEquals(
                "dovetail: process-ccd.detection.threshold.smoothing (lonely@1.0.0): needs a service"
                        + " org.dovetail.fixture.broken.lonely.Almanac with site = La Silla and year"
                        + " = 2026, and nothing installed offers one; add a plugin that does, or"
                        + " choose another: --use detection.threshold.smoothing=NAME (`dovetail list"
                        + " smoothing`)\n",
                lonely.err());
        Program endless = smooth("--use", "detection.threshold.smoothing=first");
        assertEquals(2, endless.code());
        assertTrue(
                endless.err()
                        .contains("process-ccd.detection.threshold.smoothing.first.before.second"
                                + ".after.first: asks for itself without end: first@1.0.0 ->"
                                + " second@1.0.0 -> first@1.0.0; choose another for one of their"
                                + " slots: --use SLOT=NAME (`dovetail describe first` shows the"
                                + " slots)"),
                endless.err());
        Program mended = smooth(
                "--use",
                "detection.threshold.smoothing=first",
                "--use",
                "detection.threshold.smoothing.first.before=gaussian");
        assertEquals(5, mended.code(), "now only the frame is missing: " + mended.err());
    }
}
