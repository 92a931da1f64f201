package org.dovetail.launcher.logging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * The process's log: where it goes and what is let through.
 *
 * <p>The command line decides, before the framework starts: {@code -L LEVEL}, {@code -L
 * PATH=LEVEL} for a task or a package and all below it, {@code --log-file FILE}.
 */
public final class Logging {

    private static volatile Levels levels = new Levels(Level.WARN);
    private static volatile PrintStream console = System.err;
    private static volatile @Nullable PrintStream file;

    private Logging() {}

    /**
     * Takes the log's options from a command line and leaves the others alone. What cannot be used
     * is left to the command to complain of.
     *
     * @param err where the log goes
     * @param args the command line
     */
    public static void configure(PrintStream err, String... args) {
        Levels asked = new Levels(Level.WARN);
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            String next = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals("-L")) {
                asked = asked.with(next);
            } else if (args[i].startsWith("-L")) {
                asked = asked.with(args[i].substring(2));
            } else if (args[i].equals("--log-file")) {
                open(next);
            } else if (args[i].startsWith("--log-file=")) {
                open(args[i].substring("--log-file=".length()));
            }
        }
        levels = asked;
        console = err;
    }

    /** Ends a log file; the console stays. */
    public static void close() {
        PrintStream open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    /**
     * Says whether stack traces are wanted.
     *
     * @return true from DEBUG on
     */
    public static boolean tracing() {
        return levels.lets("", Level.DEBUG);
    }

    static boolean lets(String name, Level level) {
        return levels.lets(name, level);
    }

    static void write(String line) {
        console.println(line);
        PrintStream open = file;
        if (open != null) {
            open.println(line);
        }
    }

    private static void open(String name) {
        close();
        try {
            file = new PrintStream(
                    Files.newOutputStream(
                            Path.of(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true,
                    StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            file = null; // the command finds that there is none, and says why
        }
    }
}
