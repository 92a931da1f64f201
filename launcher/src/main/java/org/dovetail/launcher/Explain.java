package org.dovetail.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Says what an exit code means. */
final class Explain {

    private static final int SIGNALLED = 128;
    private static final int SIGNALS = 64;

    /** One line of the resource: code, meaning and advice, with tabs between. */
    private record Entry(int code, String meaning, String advice) {

        static Entry parse(String line) {
            String[] parts = line.split("\t");
            return new Entry(Integer.parseInt(parts[0]), parts[1], parts[2]);
        }
    }

    private Explain() {}

    static int run(PrintStream out, PrintStream err, List<String> args) {
        if (args.size() == 1 && args.get(0).matches("\\d+")) {
            return run(out, err, List.of("exit", args.get(0)));
        }
        List<Entry> entries = Texts.exitCodes().stream().map(Entry::parse).toList();
        if (args.equals(List.of("exit"))) {
            entries.forEach(
                    each -> out.printf(Locale.ROOT, "%-5d %s%n", each.code(), each.meaning()));
            out.println("128+n killed by signal n");
            return Main.OK;
        }
        if (args.size() != 2 || !args.get(0).equals("exit") || !args.get(1).matches("\\d{1,3}")) {
            err.println("usage: dovetail explain exit [N]");
            return Main.USAGE;
        }
        int code = Integer.parseInt(args.get(1));
        for (Entry entry : entries) {
            if (entry.code() == code) {
                out.println(code + ": " + entry.meaning());
                out.println("    " + entry.advice());
                return Main.OK;
            }
        }
        if (code <= SIGNALLED || code > SIGNALLED + SIGNALS) {
            err.println("dovetail: " + code + " is no exit code of dovetail");
            return Main.USAGE;
        }
        out.println(code + ": killed by signal " + (code - SIGNALLED));
        return Main.OK;
    }
}
