package org.dovetail.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dovetail.data.Provenance;
import org.dovetail.execution.Quantum;
import org.dovetail.execution.QuantumResult;
import org.dovetail.execution.RunListener;
import org.dovetail.execution.RunResult;

/** A line that grows while a run goes on; on a terminal only, and without any colour. */
final class Progress implements RunListener {

    private static final int WIDTH = 30;
    private static final Path STDERR = Path.of("/proc/self/fd/2");

    private final PrintStream err;
    private int all;
    private int ended;
    private int failed;
    private int shown;

    private Progress(PrintStream err) {
        this.err = err;
    }

    /** Returns a progress line if stderr is a terminal, else what says nothing. */
    static RunListener on(Session session) {
        boolean dumb = session.environment().getOrDefault("TERM", "dumb").equals("dumb");
        return !dumb && terminal() ? new Progress(session.err()) : new RunListener() {};
    }

    /** Java does not tell of which stream {@code System.console()} speaks; Linux does. */
    private static boolean terminal() {
        try {
            String device = Files.readSymbolicLink(STDERR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void runStarted(Provenance what, List<Quantum> quanta) {
        all = quanta.size();
        show("");
    }

    @Override
    public void quantumStarted(Quantum quantum) {
        show(quantum.name());
    }

    @Override
    public void quantumEnded(QuantumResult result) {
        ended++;
        failed += result.good() ? 0 : 1;
        show(result.quantum().name());
    }

    @Override
    public void runEnded(RunResult result) {
        err.print("\r" + " ".repeat(shown) + "\r");
        err.flush();
    }

    private void show(String name) {
        int filled = all == 0 ? WIDTH : WIDTH * ended / all;
        String line = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + ended + "/"
                + all + (failed > 0 ? ", " + failed + " failed" : "") + "  " + name;
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        err.flush();
        shown = line.length();
    }
}
