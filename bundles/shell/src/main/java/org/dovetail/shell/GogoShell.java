package org.dovetail.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.felix.service.command.CommandProcessor;
import org.dovetail.commands.Commands;
import org.dovetail.commands.Shell;
import org.dovetail.commands.ShellOrder;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads lines from a terminal, a file or a pipe, and lets Gogo run them. */
@Component
public final class GogoShell implements Shell {

    private static final long TICK = 100; // milliseconds

    private final BundleContext context;
    private final CommandProcessor processor;

    /**
     * Prepares to run.
     *
     * @param context the context of this bundle
     * @param processor runs what is typed
     */
    @Activate
    public GogoShell(BundleContext context, @Reference CommandProcessor processor) {
        this.context = context;
        this.processor = processor;
    }

    @Override
    public int run(Commands commands, ShellOrder order, PrintStream out, PrintStream err) {
        try (Lines lines = lines(commands, order);
                Interpreter interpreter = new Interpreter(context, processor, commands, out, err)) {
            return new Loop(lines, interpreter, commands, order, err).run();
        } catch (IOException e) {
            throw new TaskException(
                    ErrorCode.UNREADABLE_INPUT, "cannot read the commands: " + e.getMessage(), e);
        }
    }

    private static Lines lines(Commands commands, ShellOrder order) throws IOException {
        if (order.script().isPresent()) {
            Path script = order.script().get();
            return new ScriptLines(script.toString(), Files.newBufferedReader(script));
        } else if (!order.terminal()) {
            return new PipedLines(new ScriptLines(
                    "stdin",
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))));
        }
        return new TerminalLines(terminal(), commands, order.history());
    }

    /** Opens the terminal by the programs tty and stty: other ways unpack code of the machine's. */
    private static Terminal terminal() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Terminal.class.getClassLoader()); // where its providers are
        try {
            return TerminalBuilder.builder()
                    .name("dovetail")
                    .system(true)
                    .provider("exec")
                    .dumb(true)
                    .build();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One session, line by line. */
    private static final class Loop {

        private final Lines lines;
        private final Interpreter interpreter;
        private final Commands commands;
        private final ShellOrder order;
        private final PrintStream err;
        private int code;

        private boolean waiting; // for a line; with the next guarded by this
        private boolean ended;

        Loop(
                Lines lines,
                Interpreter interpreter,
                Commands commands,
                ShellOrder order,
                PrintStream err) {
            this.lines = lines;
            this.interpreter = interpreter;
            this.commands = commands;
            this.order = order;
            this.err = err;
        }

        /** Returns the exit code of the first line that failed, or 0. */
        int run() throws IOException {
            Thread watch = new Thread(watch(Thread.currentThread()), "shell-end");
            watch.setDaemon(true);
            watch.start();
            try {
                Optional<String> line = next();
                while (line.isPresent() && !order.ending().getAsBoolean()) {
                    String text = line.get().strip();
                    if (text.equals("exit") || text.equals("quit")) {
                        break;
                    }
                    if (!text.isEmpty() && !text.startsWith("#") && !run(text)) {
                        break;
                    }
                    line = next();
                }
                return order.terminal() && order.script().isEmpty() ? 0 : code;
            } finally {
                end(watch);
            }
        }

        /** Takes back the interruption: it was of the wait for a line, not of what runs still do. */
        private static void end(Thread watch) {
            watch.interrupt();
            while (watch.isAlive()) {
                try {
                    watch.join();
                } catch (InterruptedException e) {
                    continue; // by the watch, just before it ended
                }
            }
            Thread.interrupted();
        }

        /** Runs a line; returns whether to go on. */
        private boolean run(String text) {
            lines.during(commands::drain, () -> {
                int ended = interpreter.run(text);
                code = code == 0 ? ended : code;
                if (ended != 0) {
                    lines.place().ifPresent(place -> tell(place, ended));
                }
            });
            boolean script = order.script().isPresent() || !order.terminal();
            return code == 0 || !script || order.keepGoing();
        }

        /** Tells which line it was: what is told before says only what is wrong with it. */
        private void tell(String place, int ended) {
            err.println("dovetail: " + place + ": this line failed with " + ended
                    + (order.keepGoing() ? "" : "; the script ends here"));
        }

        private Optional<String> next() throws IOException {
            synchronized (this) {
                if (ended) {
                    return Optional.empty();
                }
                waiting = true;
            }
            try {
                return lines.next();
            } finally {
                synchronized (this) {
                    waiting = false;
                }
            }
        }

        /**
         * Drains the line that runs, and ends the wait for the next, when the process is to end. The
         * line is not interrupted: Gogo would leave it alone with what it has in flight.
         */
        private Runnable watch(Thread reader) {
            return () -> {
                try {
                    while (!order.ending().getAsBoolean()) {
                        Thread.sleep(TICK);
                    }
                    synchronized (this) {
                        ended = true;
                        if (waiting) {
                            reader.interrupt();
                        }
                    }
                    while (true) { // a line that is just beginning does not hear the first time
                        commands.drain();
                        Thread.sleep(TICK);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the shell has ended
                }
            };
        }
    }
}
