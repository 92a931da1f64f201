package org.dovetail.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the texts that are told without a framework. */
final class Texts {

    /** What lists of verbs begin with that are not described one by one. */
    private static final List<String> LISTS =
            List.of("In the shell only: ", "In a later version: ");

    private Texts() {}

    static String help() {
        return read("help.txt");
    }

    static String version() {
        return "dovetail " + release() + " on Java " + System.getProperty("java.version");
    }

    static String release() {
        return read("version.txt").strip();
    }

    /** Returns the verbs of the help: the first words of its list, and those that are only named. */
    static List<String> verbs() {
        List<String> verbs = new ArrayList<>();
        boolean listed = false;
        for (String line : help().lines().toList()) {
            if (LISTS.stream().anyMatch(line::startsWith)) {
                verbs.addAll(
                        List.of(line.substring(line.indexOf(':') + 1).strip().split(" ")));
            } else if (listed && line.startsWith("  ")) {
                verbs.add(line.strip().split(" ")[0]);
            }
            listed = line.equals("Verbs") || listed && !line.isEmpty();
        }
        return verbs;
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
