package org.dovetail.integration.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One run of the packaged program, as a shell would start it.
 *
 * @param code the exit code
 * @param out what came on stdout
 * @param err what came on stderr
 */
record Program(int code, String out, String err) {

    private static final long LIMIT = 300; // seconds

    /** Runs {@code HOME/bin/dovetail} in a folder and waits for its end. */
    static Program run(Path home, Path folder, String... args) {
        return start(home, folder, args).await();
    }

    /** Runs {@code HOME/bin/dovetail} with options for the JVM. */
    static Program withJavaOptions(String options, Path home, Path folder, String... args) {
        return startWithJavaOptions(options, home, folder, args).await();
    }

    /** Starts {@code HOME/bin/dovetail} with options for the JVM. */
    static Running startWithJavaOptions(String options, Path home, Path folder, String... args) {
        return start(
                Map.of("DOVETAIL_JAVA_OPTS", options), home.resolve("bin/dovetail"), folder, args);
    }

    /** Runs {@code HOME/lib/warm-up}, for the Java of the test as everything else. */
    static Program warmUp(Path home, Path folder) {
        return start(Map.of(), home.resolve("lib/warm-up"), folder).await();
    }

    /** Runs a script of a POSIX shell, which gets the home as its first argument. */
    static Program script(Path home, Path folder, String script) {
        return start(Map.of(), Path.of("/bin/sh"), folder, "-c", script, "sh", home.toString())
                .await();
    }

    /** Starts {@code HOME/bin/dovetail} in a folder, with a temporary folder of its own. */
    static Running start(Path home, Path folder, String... args) {
        return start(Map.of(), home.resolve("bin/dovetail"), folder, args);
    }

    private static Running start(
            Map<String, String> environment, Path executable, Path folder, String... args) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(List.of(args));
        try {
            Path temporary = Files.createTempDirectory(folder, "temporary");
            Path out = Files.createTempFile("dovetail", ".out");
            Path err = Files.createTempFile("dovetail", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("TMPDIR", temporary.toString());
            // A JVM that finds options there tells so on stderr; and plugins of the user's are not
            // ours.
            builder.environment()
                    .keySet()
                    .removeAll(Set.of(
                            "JAVA_TOOL_OPTIONS",
                            "_JAVA_OPTIONS",
                            "JDK_JAVA_OPTIONS",
                            "DOVETAIL_JAVA_OPTS",
                            "DOVETAIL_PLUGINS",
                            "DOVETAIL_HISTORY",
                            "DOVETAIL_RECORD"));
            builder.environment().putAll(environment);
            return new Running(builder.start(), temporary, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A program under way.
     *
     * @param process the process
     * @param temporary its temporary folder, which it must leave empty
     * @param out where its stdout goes
     * @param err where its stderr goes
     */
    record Running(Process process, Path temporary, Path out, Path err) {

        /** Waits until the text is on stderr. */
        void awaitErr(String text) {
            await(err, text);
        }

        /** Waits until the text is on stdout. */
        void awaitOut(String text) {
            await(out, text);
        }

        private void await(Path file, String text) {
            try {
                while (process.isAlive() && !Files.readString(file).contains(text)) {
                    process.waitFor(20, TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }

        /** Waits for the end, and demands that nothing temporary is left. */
        Program await() {
            try {
                if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("still running after " + LIMIT + " s");
                }
                Program ended = new Program(
                        process.exitValue(), Files.readString(out), Files.readString(err));
                Files.delete(out);
                Files.delete(err);
                Files.delete(temporary); // fails if something is in it
                return ended;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
