package org.dovetail.commands;

import org.dovetail.execution.ExitCode;
import org.dovetail.runtime.Generation;
import org.dovetail.runtime.NamedTree;

import picocli.CommandLine.Model.CommandSpec;

/** Lists the generations of an open tree, or names one. */
final class Generations implements Verb {

    @Override
    public String doc() {
        return "what an open tree was, when, and who asked; generations N NAME names one";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "[GENERATION NAME]", "a generation and its name from now on");
        LiveOptions.tree(spec);
    }

    @Override
    public int run(Line line, Session session) {
        NamedTree<?> tree = Live.of(line, session).tree(line);
        if (!line.arguments().isEmpty()) {
            tree.name(line.argument(0, "a generation"), line.argument(1, "a name"));
        }
        Table table = new Table();
        table.add("", "NUMBER", "NAME", "TIME (UTC)", "BY", "WHAT", "CONFIGURATION");
        for (Generation each : tree.generations()) {
            boolean current = each.number() == tree.current().number();
            table.add(
                    current ? "*" : "",
                    String.valueOf(each.number()),
                    each.name().orElse("-"),
                    LiveOptions.time(each.time()),
                    each.who(),
                    each.what(),
                    each.plan().hash().substring(0, 12));
        }
        table.print(session.out(), "");
        if (!tree.followed().isEmpty()) {
            session.out()
                    .println("follows "
                            + (tree.followed().contains("")
                                    ? "all newer versions in range"
                                    : String.join(", ", tree.followed())));
        }
        return ExitCode.OK.code();
    }
}
