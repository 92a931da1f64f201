package org.dovetail.integration.tests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/** Puts the packaged bundles and plugins into the framework of a test. */
final class Provisioning {

    private Provisioning() {}

    static Option[] distribution() {
        return new Option[] {
            cleanCaches(true),
            systemProperty("dovetail.distribution").value(Distribution.home().toString()),
            systemPackages(
                    "org.slf4j;version=1.7.36",
                    "org.slf4j;version=2.0.20",
                    "org.slf4j.event;version=2.0.20",
                    "org.slf4j.helpers;version=2.0.20",
                    "org.slf4j.spi;version=2.0.20"),
            junitBundles(),
            composite(
                    Stream.concat(Distribution.bundles().stream(), Distribution.plugins().stream())
                            .map(Provisioning::reference)
                            .toArray(Option[]::new))
        };
    }

    private static Option reference(Path jar) {
        return bundle("reference:" + jar.toUri());
    }
}
