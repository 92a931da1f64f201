package org.dovetail.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a script; one that ends with a backslash goes on with the next. */
final class ScriptLines implements Lines {

    private final String name;
    private final BufferedReader reader;
    private int read;
    private int first; // of the parts of the last line

    /**
     * Begins to read.
     *
     * @param name what the script is called
     * @param reader the script
     */
    ScriptLines(String name, BufferedReader reader) {
        this.name = name;
        this.reader = reader;
    }

    @Override
    public Optional<String> next() throws IOException {
        first = read + 1;
        StringBuilder line = new StringBuilder();
        String part = part();
        while (part != null && part.endsWith("\\")) {
            line.append(part, 0, part.length() - 1);
            part = part();
        }
        return part == null && line.isEmpty()
                ? Optional.empty()
                : Optional.of(line.append(part == null ? "" : part).toString());
    }

    private @Nullable String part() throws IOException {
        read++;
        return reader.readLine();
    }

    @Override
    public Optional<String> place() {
        return Optional.of(name + ":" + first);
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
