package org.dovetail.commands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what an exit code means and what to do about it. */
final class Explain implements Verb {

    private static final int SIGNALLED = 128;

    @Override
    public String doc() {
        return "what an exit code means: explain exit N; in the shell, why a slot has its algorithm";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(
                spec, "exit [N] | SLOT", "the code, all of them without it; or a slot by its path");
        LiveOptions.tree(spec);
    }

    @Override
    public int run(Line line, Session session) {
        List<String> words = line.arguments();
        if (words.size() == 1 && words.get(0).matches("\\d+")) { // no slot is called so
            words = List.of("exit", words.get(0));
        }
        if (words.size() == 1 && !words.get(0).equals("exit")) {
            Live live = Live.of(line, session);
            SlotReport.print(live.tree(line).explain(words.get(0)), session);
            return ExitCode.OK.code();
        }
        if (words.isEmpty() || words.size() > 2 || !words.get(0).equals("exit")) {
            throw new UserError(ExitCode.USAGE, "usage: dovetail explain exit [N]");
        }
        if (words.size() == 1) {
            for (ExitCode code : ExitCode.values()) {
                session.out().printf(Locale.ROOT, "%-3d %s%n", code.code(), code.meaning());
            }
            session.out().println("128+n killed by signal n");
            return ExitCode.OK.code();
        }
        String number = words.get(1);
        int code = number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
        Optional<ExitCode> known = ExitCode.of(code);
        if (known.isPresent()) {
            session.out().println(code + ": " + known.get().meaning());
            session.out().println("    " + known.get().advice());
        } else if (code > SIGNALLED && code <= SIGNALLED + 64) {
            session.out().println(code + ": killed by signal " + (code - SIGNALLED));
        } else {
            throw new UserError(ExitCode.USAGE, number + " is no exit code of dovetail");
        }
        return ExitCode.OK.code();
    }
}
