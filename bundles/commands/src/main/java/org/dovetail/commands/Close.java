package org.dovetail.commands;

import org.dovetail.execution.ExitCode;

import picocli.CommandLine.Model.CommandSpec;

/** Gives up a tree of the live runtime. */
final class Close implements Verb {

    @Override
    public String doc() {
        return "give up an open tree; runs on it go on to their end";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "TREE", "the tree's name");
    }

    @Override
    public int run(Line line, Session session) {
        Live.of(line, session).workspace().close(line.argument(0, "the name of a tree"));
        return ExitCode.OK.code();
    }
}
