package org.dovetail.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the texts that are told without a framework. */
final class Texts {

    private static final String VERB_INDENT = "  ";

    private Texts() {}

    static String help() {
        return read("help.txt");
    }

    static String version() {
        return "dovetail " + read("version.txt").strip() + " on Java "
                + System.getProperty("java.version");
    }

    /** Returns the verbs: the first word of each line of the help's first list. */
    static List<String> verbs() {
        return help().lines()
                .dropWhile(line -> !line.equals("Verbs"))
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith(VERB_INDENT) && line.charAt(2) != ' ')
                .map(line -> line.strip().split(" ")[0])
                .toList();
    }

    static List<String> exitCodes() {
        return read("exit-codes.txt").lines().toList();
    }

    private static String read(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
