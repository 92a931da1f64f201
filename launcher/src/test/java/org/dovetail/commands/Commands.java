package org.dovetail.commands;

import java.io.PrintStream;

/** Stands in for the interface of the real commands, which the launcher only knows by name. */
public interface Commands {

    int run(String[] args, PrintStream out, PrintStream err);

    void drain();
}
