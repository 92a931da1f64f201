package org.dovetail.commands;

import org.dovetail.execution.ExitCode;

import picocli.CommandLine.Model.CommandSpec;

/** Tells the versions. */
final class Version implements Verb {

    @Override
    public String doc() {
        return "the version";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {}

    @Override
    public int run(Line line, Session session) {
        session.out()
                .println("dovetail " + session.installation().version() + " on Java "
                        + System.getProperty("java.version"));
        return ExitCode.OK.code();
    }
}
