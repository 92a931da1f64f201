package org.dovetail.integration.tests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Builds a bundle from a package of the test's classes, as a plugin's own build would. */
final class FixtureBundle {

    private static final String ROOT = "org.dovetail.fixture.";

    private FixtureBundle() {}

    static Path role(String name) {
        return build(name, "1.0.0", "Export-Package", ROOT + name + ";version=1.0");
    }

    static Path plugin(String name, String version) {
        return build(name, version, "Private-Package", ROOT + name);
    }

    private static Path build(String name, String version, String header, String packages) {
        try (Builder builder = new Builder()) {
            builder.setClasspath(classPath());
            builder.setBundleSymbolicName(ROOT + name);
            builder.setBundleVersion(version);
            builder.setProperty(header, packages);
            builder.setProperty("Import-Package", "org.jspecify.*;resolution:=optional, *");
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IllegalStateException(name + ": " + builder.getErrors());
            }
            Path file =
                    Path.of("target/fixtures", name + "-" + version + ".jar").toAbsolutePath();
            Files.createDirectories(file.getParent());
            jar.write(file.toFile());
            return file;
        } catch (Exception e) { // declared so by the library
            throw new IllegalStateException("fixture " + name, e);
        }
    }

    static File[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(File::exists)
                .filter(file -> !file.getName().startsWith("biz.aQute"))
                .toArray(File[]::new);
    }
}
