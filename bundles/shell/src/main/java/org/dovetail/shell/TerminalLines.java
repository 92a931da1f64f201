package org.dovetail.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dovetail.commands.Commands;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** The lines that a person types, with editing, completion and, if there is a file, history. */
final class TerminalLines implements Lines {

    private static final String PROMPT = "dovetail> ";

    private final Terminal terminal;
    private final LineReader reader;

    /**
     * Prepares to read.
     *
     * @param terminal the terminal
     * @param commands knows what may come next
     * @param history where lines are kept; in memory only without
     */
    TerminalLines(Terminal terminal, Commands commands, Optional<Path> history) {
        this.terminal = terminal;
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("dovetail")
                .terminal(terminal)
                .parser(TerminalLines::parse)
                .completer((reader, line, candidates) -> complete(commands, line, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // '!' is a plain character
                .option(LineReader.Option.AUTO_FRESH_LINE, true);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file.toAbsolutePath()));
        reader = builder.build();
    }

    private static ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
        boolean goesOn = line.endsWith("\\") || Words.isOpen(line);
        if (context == Parser.ParseContext.ACCEPT_LINE && goesOn) {
            throw new EOFError(-1, cursor, "the line goes on");
        }
        return new Typed(line, cursor, Words.unfinished(line.substring(0, cursor)));
    }

    /** A line up to the cursor. */
    private record Typed(String line, int cursor, List<String> words)
            implements CompletingParsedLine {

        @Override
        public String word() {
            return words.get(wordIndex());
        }

        @Override
        public int wordCursor() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return words.size() - 1;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate.toString().replaceAll("([\\s'\"\\\\])", "\\\\$1");
        }

        @Override
        public int rawWordCursor() {
            return rawWordLength();
        }

        /** Returns how long the unfinished word is as it was typed, with quotes and backslashes. */
        @Override
        public int rawWordLength() {
            int start = 0;
            for (int i = 1; i <= cursor; i++) {
                if (Words.of(line.substring(0, i)).size() < words.size()) {
                    start = i;
                }
            }
            return cursor - start;
        }
    }

    private static void complete(Commands commands, ParsedLine line, List<Candidate> candidates) {
        for (String each : commands.complete(line.words())) {
            boolean goesOn = each.endsWith("=") || each.endsWith("/") || each.endsWith(".");
            candidates.add(new Candidate(each, each, null, null, null, null, !goesOn));
        }
    }

    @Override
    public Optional<String> next() {
        try {
            return Optional.of(reader.readLine(PROMPT).replace("\\\n", ""));
        } catch (UserInterruptException e) {
            return Optional.of(""); // Ctrl-C at the prompt, or the process is to end
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> place() {
        return Optional.empty();
    }

    @Override
    public void during(Runnable end, Runnable work) {
        SignalHandler before = terminal.handle(Signal.INT, signal -> end.run());
        try {
            work.run();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
