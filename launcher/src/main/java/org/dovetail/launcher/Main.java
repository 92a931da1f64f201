package org.dovetail.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Runs one command line.
 *
 * <p>What needs no plugin (the help, the version, the meaning of an exit code, an unknown verb) is
 * answered from text resources without starting the framework. Everything else is the business of
 * the {@code org.dovetail.commands} service inside the framework.
 */
public final class Main {

    /** The exit code when everything asked for was made. */
    static final int OK = 0;

    /** The exit code of a bug or of a broken installation. */
    static final int INTERNAL = 1;

    /** The exit code of a command line that makes no sense. */
    static final int USAGE = 2;

    /** The exit code when the machine is the reason: try elsewhere. */
    static final int ENVIRONMENT = 21;

    private Main() {}

    /**
     * Runs one command line and ends the process with its exit code.
     *
     * @param args the verb and its arguments
     */
    public static void main(String[] args) {
        // The framework writes the version of Java with the digits of the user's language, and
        // where these are not ours it finds no package of Java.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(System.out, System.err, args));
    }

    /**
     * Runs one command line; the process goes on.
     *
     * @param out where results go
     * @param err where logs, progress and complaints go
     * @param args the verb and its arguments
     * @return the exit code; {@code explain exit N} says what it means
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        int answered = answer(out, err, List.of(args));
        if (answered >= 0) {
            out.flush();
            return answered;
        }
        return Host.run(out, err, args);
    }

    /** Returns the exit code, or -1 if the framework is needed. */
    private static int answer(PrintStream out, PrintStream err, List<String> args) {
        if (args.isEmpty()) {
            err.print(Texts.help());
            return USAGE;
        }
        String verb = args.get(0);
        if (args.size() == 1) {
            switch (verb) {
                case "help", "--help", "-h" -> {
                    out.print(Texts.help());
                    return OK;
                }
                case "version", "--version", "-V" -> {
                    out.println(Texts.version());
                    return OK;
                }
                default -> {}
            }
        }
        if (verb.equals("explain")) {
            return Explain.run(out, err, args.subList(1, args.size()));
        }
        return verb.startsWith("-") || Texts.verbs().contains(verb) ? -1 : unknown(err, verb);
    }

    private static int unknown(PrintStream err, String verb) {
        String near = Nearest.to(verb, Texts.verbs());
        err.println("dovetail: no such verb: " + verb
                + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
        err.println("dovetail --help lists them");
        return USAGE;
    }
}
