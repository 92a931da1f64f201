package org.dovetail.launcher;

import java.io.PrintStream;
import java.util.List;

/** Says what an exit code means. */
final class Explain {

    private static final int SIGNALLED = 128;

    private Explain() {}

    static int run(PrintStream out, PrintStream err, List<String> args) {
        if (args.equals(List.of("exit"))) {
            Texts.exitCodes().forEach(out::println);
            return Main.OK;
        }
        if (args.size() != 2 || !args.get(0).equals("exit") || !args.get(1).matches("\\d{1,3}")) {
            err.println("usage: dovetail explain exit [N]");
            return Main.USAGE;
        }
        int code = Integer.parseInt(args.get(1));
        String known = meaning(code);
        if (known.isEmpty()) {
            err.println("dovetail: " + code + " is no exit code of dovetail");
            return Main.USAGE;
        }
        out.println(known);
        return Main.OK;
    }

    private static String meaning(int code) {
        String start = code + " ";
        for (String line : Texts.exitCodes()) {
            if (line.strip().startsWith(start)) {
                return line.strip();
            }
        }
        return code > SIGNALLED && code <= SIGNALLED + 64
                ? code + "  killed by signal " + (code - SIGNALLED)
                : "";
    }
}
