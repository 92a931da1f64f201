package org.dovetail.commands;

import java.io.PrintStream;
import java.util.Map;
import org.dovetail.execution.Cancellation;

/**
 * One command line while it runs.
 *
 * @param installation what there is to work with
 * @param out where results go
 * @param err where progress and complaints go
 * @param cancellation set when the user wants an end
 * @param environment the process's environment
 */
record Session(
        Installation installation,
        PrintStream out,
        PrintStream err,
        Cancellation cancellation,
        Map<String, String> environment) {

    /** Tells the user something that is no result. */
    void say(String line) {
        err.println("dovetail: " + line);
    }
}
