package org.dovetail.commands;

import java.io.PrintStream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Runs command lines; a service.
 *
 * <p><b>Threads.</b> Any number of threads may call it.
 *
 * @since 1.0
 */
@ProviderType
public interface Commands {

    /**
     * Runs one command line.
     *
     * @param args the verb and its arguments
     * @param out where results go, and nothing else
     * @param err where progress and complaints go
     * @return the exit code, as {@code explain exit N} tells it
     */
    int run(String[] args, PrintStream out, PrintStream err);

    /** Lets all runs end what is in flight and begin no more; from any thread. */
    void drain();
}
