package org.dovetail.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/**
 * The lines of a script; one that ends with a backslash goes on with the next.
 *
 * @param reader the script
 */
record ScriptLines(BufferedReader reader) implements Lines {

    @Override
    public Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        String part = reader.readLine();
        while (part != null && part.endsWith("\\")) {
            line.append(part, 0, part.length() - 1);
            part = reader.readLine();
        }
        return part == null && line.isEmpty()
                ? Optional.empty()
                : Optional.of(line.append(part == null ? "" : part).toString());
    }

    @Override
    public void during(Runnable end, Runnable work) {
        work.run();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
