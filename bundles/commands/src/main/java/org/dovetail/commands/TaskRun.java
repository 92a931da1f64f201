package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.Timings;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.execution.Cancellation;
import org.dovetail.execution.EventLog;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Formats;
import org.dovetail.execution.PairRunner;
import org.dovetail.execution.Planner;
import org.dovetail.execution.Port;
import org.dovetail.execution.Provenances;
import org.dovetail.execution.Quantum;
import org.dovetail.execution.QuantumResult;
import org.dovetail.execution.RunListener;
import org.dovetail.execution.RunPlan;
import org.dovetail.execution.RunRequest;
import org.dovetail.execution.RunResult;
import org.dovetail.execution.Runner;
import org.dovetail.execution.Signature;
import org.dovetail.pipeline.PipelineTask;

/**
 * A run from its order to its result: the one way in, for every command that runs something. It
 * holds one lease from its plan to its end, so that what was planned is what runs.
 */
@SuppressWarnings("rawtypes") // what a task takes and gives is known to its class only
final class TaskRun implements AutoCloseable {

    /** What catalogues are written as, unless asked otherwise: for programs and for DS9. */
    private static final List<String> CATALOG = List.of("fits", "reg");

    private final RunOrder order;
    private final Session session;
    private final Formats formats;
    private final RunTree tree;
    private final Lease<PipelineTask> lease;

    private TaskRun(RunOrder order, Session session, Formats formats, RunTree tree, String holder) {
        this.order = order;
        this.session = session;
        this.formats = formats;
        this.tree = tree;
        lease = tree.lease(holder);
    }

    /** Plans and builds the tree of tasks, or takes the open one of a live runtime. */
    static TaskRun prepare(RunOrder order, Session session) {
        return prepare(order, session, "run in the foreground");
    }

    /** Prepares a run that holds its tree under a name. */
    static TaskRun prepare(RunOrder order, Session session, String holder) {
        // First what may need no framework, while that starts.
        Formats formats = session.installation().formats();
        return new TaskRun(order, session, formats, RunTree.of(order, session), holder);
    }

    /** Returns what runs, for a list of runs. */
    String name() {
        return tree.name().orElse(order.tree().task().toString());
    }

    /** Returns the generation of the open tree that this run holds; 0 if it has its own tree. */
    int generation() {
        return tree.generation(lease);
    }

    /** Returns what the tree of tasks was built from. */
    TreePlan tree() {
        return lease.plan();
    }

    /** Returns how long each slot took so far. */
    Timings timings() {
        return tree.timings();
    }

    /** Returns what the task takes and gives. */
    Signature signature() {
        return Signature.of(lease.algorithmClass());
    }

    /** Makes the quanta; writes nothing. */
    RunPlan plan() {
        Signature signature = signature();
        String task = lease.plan().root().algorithm().name();
        Map<String, List<Path>> files = new HashMap<>(order.others());
        for (String dataset : files.keySet()) {
            if (signature.inputs().stream().noneMatch(port -> port.dataset().equals(dataset))) {
                throw new UserError(
                        ExitCode.USAGE, task + " takes no --" + dataset + takes(signature));
            }
        }
        files.put(signature.primary().dataset(), order.primary());
        RunRequest request = new RunRequest(
                task, signature, files, order.folder(), endings(signature), order.force());
        return new Planner(formats).plan(request);
    }

    /** Carries out a plan. */
    RunResult run(RunPlan plan, RunListener progress) {
        return run(plan, progress, session.cancellation());
    }

    /** Carries out a plan that somebody else than the user of this session may end. */
    RunResult run(RunPlan plan, RunListener progress, Cancellation cancellation) {
        order.lock().ifPresent(this::keep);
        ReadContext context = new ReadContext(order.camera());
        Provenance what = Provenances.of(lease.plan());
        try (Events events = events()) {
            RunResult result = new Runner(formats, context, events.and(progress), cancellation)
                    .run(lease.task(), what, plan, order.options());
            events.problem().ifPresent(session::say);
            boolean incomplete = events.problem().isPresent() && result.exitCode() == ExitCode.OK;
            return incomplete
                    ? new RunResult(
                            result.what(), ExitCode.BAD_OUTPUT, result.quanta(), result.seconds())
                    : result;
        }
    }

    /** Returns what a runner of two sides needs of this one. */
    PairRunner.Side side(RunPlan plan, RunListener listener) {
        order.lock().ifPresent(this::keep);
        return new PairRunner.Side(lease.task(), Provenances.of(lease.plan()), plan, listener);
    }

    /** Opens the file of events, if one was asked for. */
    Events events() {
        return new Events(order.events().map(file -> new EventLog(file, tree::timings)));
    }

    /** Where events go. */
    record Events(Optional<EventLog> log) implements AutoCloseable {

        /** Returns what tells the file and somebody else. */
        RunListener and(RunListener other) {
            return log.isPresent() ? new Both(other, log.get()) : other;
        }

        /** Returns why the file is not complete, if so. */
        Optional<String> problem() {
            return log.flatMap(EventLog::problem);
        }

        @Override
        public void close() {
            log.ifPresent(EventLog::close);
        }
    }

    /** Writes what runs before it runs, so that a run that is killed has it, too. */
    private void keep(Path file) {
        String text = lease.plan().dump();
        try {
            if (Files.exists(file) && !order.force() && !Files.readString(file).equals(text)) {
                throw new UserError(
                        ExitCode.BAD_OUTPUT,
                        file + " is there already and has another configuration; --force replaces"
                                + " it");
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.BAD_OUTPUT, "cannot write " + file + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        lease.close();
        tree.close();
    }

    private Map<String, List<String>> endings(Signature signature) {
        Map<String, List<String>> endings = new HashMap<>();
        for (Port port : signature.outputs()) {
            if (port.type() == Catalog.class) {
                List<String> usual = new ArrayList<>(CATALOG);
                usual.retainAll(formats.writable(Catalog.class));
                if (!usual.isEmpty()) {
                    endings.put(port.dataset(), usual);
                }
            }
        }
        endings.putAll(order.endings());
        return endings;
    }

    private static String takes(Signature signature) {
        List<String> options = signature.inputs().stream()
                .filter(port -> !port.primary())
                .map(port -> "--" + port.dataset())
                .toList();
        return options.isEmpty() ? "" : "; it takes " + String.join(", ", options);
    }

    /** Tells two listeners. */
    private record Both(RunListener first, RunListener second) implements RunListener {

        @Override
        public void runStarted(Provenance what, List<Quantum> quanta) {
            first.runStarted(what, quanta);
            second.runStarted(what, quanta);
        }

        @Override
        public void quantumStarted(Quantum quantum) {
            first.quantumStarted(quantum);
            second.quantumStarted(quantum);
        }

        @Override
        public void quantumEnded(QuantumResult result) {
            first.quantumEnded(result);
            second.quantumEnded(result);
        }

        @Override
        public void runEnded(RunResult result) {
            first.runEnded(result);
            second.runEnded(result);
        }
    }
}
