import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** The floor of any command in a framework: starts the jars it is given, stops, does nothing. */
public final class BareFramework {

    private BareFramework() {}

    public static void main(String[] jars) {
        try {
            run(jars);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the framework's threads would go on
        }
    }

    private static void run(String... jars) throws Exception {
        // Not a random name: random numbers take as long as half of the rest.
        Path cache = Files.createDirectory(
                Path.of(System.getProperty("java.io.tmpdir"), "bare-" + System.nanoTime()));
        Framework framework = new org.apache.felix.framework.FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", cache.toString(),
                        "felix.cache.locking", "false",
                        "felix.log.level", "0",
                        "org.osgi.framework.system.packages.extra",
                                "org.slf4j;version=1.7.36,org.slf4j;version=2.0.20,"
                                        + "org.slf4j.event;version=2.0.20,"
                                        + "org.slf4j.helpers;version=2.0.20,"
                                        + "org.slf4j.spi;version=2.0.20"));
        framework.init();
        List<Bundle> bundles = new ArrayList<>();
        for (String jar : jars) {
            bundles.add(framework.getBundleContext().installBundle("reference:file:" + jar));
        }
        framework.start();
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        System.out.println(bundles.size() + " bundles");
        framework.stop();
        framework.waitForStop(0);
        try (Stream<Path> files = Files.walk(cache)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
