package org.dovetail.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Quantum;
import org.dovetail.execution.QuantumResult;
import org.dovetail.execution.QuantumResult.Failure;
import org.dovetail.execution.QuantumResult.Outcome;
import org.dovetail.execution.RunResult;
import org.dovetail.task.ErrorCode;

/** Tells a person how a run went: each reason once, and one line for the whole. */
final class RunReport {

    private static final int NAMED = 5;

    private RunReport() {}

    static void print(RunResult result, Session session, boolean traces) {
        Map<String, List<Quantum>> reasons = new LinkedHashMap<>();
        boolean traced = false;
        for (QuantumResult quantum : result.quanta()) {
            if (quantum.failure().isEmpty()) {
                continue;
            }
            Failure failure = quantum.failure().get();
            String reason = failure.message();
            boolean bug = failure.code() == ErrorCode.INTERNAL_ERROR;
            if (bug && !traced) {
                reason += "; "
                        + InternalErrors.keep(
                                session, failure.cause(), quantum.quantum().name());
                traced = true;
            }
            reasons.computeIfAbsent(verb(quantum) + reason, any -> new ArrayList<>())
                    .add(quantum.quantum());
            if (traces && bug) {
                failure.cause().printStackTrace(session.err());
            }
        }
        reasons.forEach((reason, names) -> session.say(line(reason, names)));
        if (result.quanta().size() > 1 || result.exitCode() == ExitCode.OK) {
            session.say(total(result));
        } else if (result.exitCode() == ExitCode.DRAINED) {
            session.say(ExitCode.DRAINED.meaning());
        }
    }

    private static String verb(QuantumResult quantum) {
        return quantum.outcome() == Outcome.NO_WORK ? "nothing to do: " : "";
    }

    private static String line(String reason, List<Quantum> quanta) {
        if (quanta.size() == 1) {
            Quantum quantum = quanta.get(0);
            return names(quantum).anyMatch(reason::contains)
                    ? reason
                    : quantum.name() + ": " + reason;
        }
        String first =
                quanta.stream().limit(NAMED).map(Quantum::name).collect(Collectors.joining(", "));
        String more = quanta.size() > NAMED ? " and " + (quanta.size() - NAMED) + " more" : "";
        return reason + " (" + first + more + ")";
    }

    /** Returns the names by which a message may already tell which quantum it is about. */
    private static Stream<String> names(Quantum quantum) {
        Stream<Path> files = Stream.concat(
                quantum.inputs().values().stream().flatMap(List::stream),
                quantum.outputs().stream().map(Quantum.OutputFile::file));
        return Stream.concat(
                Stream.of(quantum.name()), files.map(file -> file.getFileName().toString()));
    }

    private static String total(RunResult result) {
        StringBuilder text = new StringBuilder(result.what().task()).append(": ");
        text.append(result.count(Outcome.DONE))
                .append(" of ")
                .append(result.quanta().size());
        text.append(result.quanta().size() == 1 ? " quantum done" : " quanta done");
        append(text, result.count(Outcome.NO_WORK), "with nothing to do");
        append(text, result.count(Outcome.FAILED), "failed");
        append(text, result.count(Outcome.CANCELLED), "cancelled");
        append(text, result.count(Outcome.NOT_RUN), "not run");
        text.append(String.format(Locale.ROOT, " in %.1f s", result.seconds()));
        if (result.exitCode() != ExitCode.OK) {
            text.append("; exit ")
                    .append(result.exitCode().code())
                    .append(": ")
                    .append(result.exitCode().meaning());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
