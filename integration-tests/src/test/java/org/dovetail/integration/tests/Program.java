package org.dovetail.integration.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the packaged program, as a shell would start it.
 *
 * @param code the exit code
 * @param out what came on stdout
 * @param err what came on stderr
 */
record Program(int code, String out, String err) {

    private static final long LIMIT = 180; // seconds

    /** Runs {@code HOME/bin/dovetail} in a folder and waits for its end. */
    static Program run(Path home, Path folder, String... args) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/dovetail").toString());
        command.addAll(List.of(args));
        try {
            File out = Files.createTempFile(folder, ".out", "").toFile();
            File err = Files.createTempFile(folder, ".err", "").toFile();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out)
                    .redirectError(err);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LIMIT + " s: " + command);
            }
            Program ended = new Program(
                    process.exitValue(),
                    Files.readString(out.toPath()),
                    Files.readString(err.toPath()));
            Files.delete(out.toPath());
            Files.delete(err.toPath());
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
