package org.dovetail.shell;

import java.io.IOException;
import java.util.Optional;

/** Where command lines come from. */
interface Lines extends AutoCloseable {

    /**
     * Returns the next line; nothing at the end. If the wait for it is interrupted that is an empty
     * line: the caller knows whether to go on.
     */
    Optional<String> next() throws IOException;

    /** Returns where the line is that came last, such as {@code night.txt:7}; nothing if typed. */
    Optional<String> place();

    /** Does the work of a line, which the user may want to end. */
    void during(Runnable end, Runnable work);

    @Override
    void close() throws IOException;
}
