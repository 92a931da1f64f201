package org.dovetail.commands;

import java.io.PrintStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads command lines and has them run; a service that the verb {@code shell} uses.
 *
 * @since 1.1
 */
@ConsumerType
public interface Shell {

    /**
     * Reads lines until there are no more.
     *
     * @param commands runs them in one live runtime
     * @param order where they come from
     * @param out where results go
     * @param err where progress and complaints go
     * @return the exit code of the first line of a script that failed, else 0
     */
    int run(Commands commands, ShellOrder order, PrintStream out, PrintStream err);
}
