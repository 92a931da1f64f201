package org.dovetail.commands;

import org.dovetail.execution.ExitCode;

import picocli.CommandLine.Model.CommandSpec;

/** A verb that a later version will have; it does not pretend. */
final class Later implements Verb {

    private final String name;

    Later(String name) {
        this.name = name;
    }

    @Override
    public String doc() {
        return "not part of this version";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "ARGUMENT...", "not part of this version");
        spec.parser().unmatchedArgumentsAllowed(true);
    }

    @Override
    public int run(Line line, Session session) {
        throw new UserError(ExitCode.USAGE, name + " is not part of this version");
    }
}
