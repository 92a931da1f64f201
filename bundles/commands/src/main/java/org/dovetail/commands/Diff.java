package org.dovetail.commands;

import java.util.List;
import org.dovetail.assembly.plan.Difference;
import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Generation;
import org.dovetail.runtime.NamedTree;
import picocli.CommandLine.Model.CommandSpec;

/** Compares two generations of an open tree. */
final class Diff implements Verb {

    @Override
    public String doc() {
        return "how two generations of an open tree differ; the last two if none is named";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(
                spec, "[GENERATION [GENERATION]]", "numbers or names; the current one if left out");
        LiveOptions.tree(spec);
    }

    @Override
    public int run(Line line, Session session) {
        NamedTree<?> tree = Live.of(line, session).tree(line);
        List<String> words = line.arguments();
        int last = tree.current().number();
        Generation left = words.isEmpty()
                ? tree.generation(String.valueOf(Math.max(1, last - 1)))
                : tree.generation(words.get(0));
        Generation right = words.size() > 1 ? tree.generation(words.get(1)) : tree.current();
        for (Difference difference : left.plan().diff(right.plan())) {
            session.out().println(difference);
            session.out()
                    .println("    " + or(difference.leftOrigin()) + " -> "
                            + or(difference.rightOrigin()));
        }
        return ExitCode.OK.code();
    }

    private static String or(String origin) {
        return origin.isEmpty() ? "(nowhere)" : origin;
    }
}
