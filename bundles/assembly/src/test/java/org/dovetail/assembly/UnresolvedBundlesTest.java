package org.dovetail.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Bundles that a framework cannot resolve, and what is said of them. */
class UnresolvedBundlesTest {

    @TempDir
    private Path folder;

    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new Platform(folder.resolve("cache"));
    }

    @AfterEach
    void stop() throws Exception {
        platform.stop();
    }

    @Test
    void classOfANewerJavaIsReported() throws Exception {
        byte[] jar = Platform.jar("plain", "3.0.0", Map.of("-noee", "true"));
        Bundle bundle = platform.context()
                .installBundle("memory:newer", new ByteArrayInputStream(NewerClass.in(jar)));
        bundle.start();
        int java = Runtime.version().feature();
        assertEquals(List.of("Twice: " + needsJava(java + 4)), platform.rejections());
    }

    @Test
    void bundleThatCannotBeResolvedIsReported() throws Exception {
        install(
                "of the future",
                Map.of(
                        "Require-Capability",
                        "osgi.ee;filter:='(&(osgi.ee=JavaSE)" + "(version=99))'"));
        install("alone", Map.of("Import-Package", "org.example.nowhere;version='[1,2)', *"));
        assertEquals(
                List.of(
                        "plain: " + needsJava(99),
                        "plain: needs package org.example.nowhere, version 1.0.0 or later and below"
                                + " 2.0.0, which nothing installed has; add a jar that does: cp"
                                + " org.example.nowhere.jar plugins/"),
                platform.rejections());
    }

    @Test
    void packageOfAnotherVersionIsToldWithWhatThereIs() throws Exception {
        String world = "org.dovetail.assembly.world;version='";
        install("old one", Map.of("Import-Package", world + "[2,3)', *"));
        install("newer one", Map.of("Import-Package", world + "[0.1,0.2)', *"));
        String there = "; there is 1.0.0 of " + platform.systemBundle();
        assertEquals(
                List.of(
                        "plain: needs package org.dovetail.assembly.world, version 0.1.0 or later"
                                + " and below 0.2.0" + there + ", too new; add a version of that"
                                + " which fits, or replace test.plain@1.0.9 by a newer one: cp"
                                + " test.plain.jar plugins/",
                        "plain: needs package org.dovetail.assembly.world, version 2.0.0 or later"
                                + " and below 3.0.0" + there + ", too old; add a newer version of"
                                + " that, or replace test.plain@1.0.7 by one built for it: cp"
                                + " test.plain.jar plugins/"),
                platform.rejections());
        assertTrue(platform.trees().catalogue().rejections().stream()
                .allMatch(each -> each.detail().startsWith("(&(osgi.wiring.package=")));
    }

    @Test
    void whatIsMissingFarAwayIsToldWithTheWayToIt() throws Exception {
        empty("a", "Import-Package", "x.b");
        empty("b", "Import-Package", "x.c", "Export-Package", "x.b");
        empty("c", "Require-Bundle", "x.gone;bundle-version=\"[1,2)\"", "Export-Package", "x.c");
        String end = "needs bundle x.gone, version 1.0.0 or later and below 2.0.0, which nothing"
                + " installed has; add a jar that does: cp x.gone.jar plugins/";
        assertEquals(
                List.of(
                        "a: needs package x.b, from b@1.0.0, which needs package x.c, from c@1.0.0,"
                                + " which " + end,
                        "b: needs package x.c, from c@1.0.0, which " + end,
                        "c: " + end),
                platform.rejections());
    }

    @Test
    void bundlesThatNeedEachOtherAreNoEndlessChain() throws Exception {
        empty("a", "Import-Package", "x.b,x.gone", "Export-Package", "x.a");
        empty("b", "Import-Package", "x.a", "Export-Package", "x.b");
        String end = "needs package x.gone, which nothing installed has; add a jar that does: cp"
                + " x.gone.jar plugins/";
        assertEquals(
                List.of("a: " + end, "b: needs package x.a, from a@1.0.0, which " + end),
                platform.rejections());
    }

    @Test
    void packagesThatDoNotGoTogetherAreNamed() throws Exception {
        empty("sky1", "Export-Package", "x.sky;version=1.0.0").start();
        empty("sky2", "Export-Package", "x.sky;version=2.0.0").start();
        empty(
                        "map",
                        "Export-Package",
                        "x.map;uses:=\"x.sky\"",
                        "Import-Package",
                        "x.sky;version=\"[2,3)\"")
                .start();
        empty("user", "Import-Package", "x.map,x.sky;version=\"[1,2)\"");
        assertEquals(
                List.of("user: needs package x.sky, version 1.0.0 or later and below 2.0.0, and"
                        + " x.map, from map@1.0.0, which itself uses x.sky in version 2.0.0; the two"
                        + " do not go together: replace one of user@1.0.0 and map@1.0.0 by a version"
                        + " built for the same x.sky"),
                platform.rejections());
    }

    private static String needsJava(int release) {
        return "needs Java " + release + "; this is Java " + Runtime.version().feature()
                + "; start with a newer one: JAVA_HOME=/path/to/java-" + release
                + " dovetail doctor";
    }

    /** Installs a bundle without classes, and does not start it. */
    private Bundle empty(String name, String... headers) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return platform.context()
                .installBundle("memory:" + name, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private void install(String name, Map<String, String> headers) throws Exception {
        platform.context()
                .installBundle(
                        "memory:" + name,
                        new ByteArrayInputStream(
                                Platform.jar("plain", "1.0." + name.length(), headers)));
    }
}
