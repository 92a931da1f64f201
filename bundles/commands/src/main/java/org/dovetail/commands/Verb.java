package org.dovetail.commands;

import picocli.CommandLine.Model.CommandSpec;

/** One verb of the command line. */
interface Verb {

    /** Returns what the verb does, in one line. */
    String doc();

    /** Declares options and parameters. */
    void declare(CommandSpec spec, Installation installation);

    /**
     * Does the work.
     *
     * @param line the parsed command line
     * @param session where it runs
     * @return the exit code
     * @throws UserError if the user has to do something
     */
    int run(Line line, Session session);
}
