package org.dovetail.commands;

import java.io.PrintStream;
import java.util.List;
import java.util.SortedMap;
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

    /**
     * Returns commands for one live runtime: trees, plugins and runs last from line to line, and
     * verbs such as {@code install}, {@code retarget} and {@code swap} work.
     *
     * @param who who asks, for the history of trees, such as {@code shell}
     * @return the commands
     * @since 1.1
     */
    Commands live(String who);

    /**
     * Returns the verbs by name, with what each does, in one line.
     *
     * @since 1.1
     */
    SortedMap<String, String> verbs();

    /**
     * Returns what the last word of a line may become.
     *
     * @param words the words of the line, the last of them unfinished and perhaps empty
     * @return whole words, in order; one that ends with {@code =}, {@code /} or {@code .} goes on
     * @since 1.1
     */
    List<String> complete(List<String> words);

    /** Lets all runs end what is in flight and begin no more; from any thread. */
    void drain();
}
