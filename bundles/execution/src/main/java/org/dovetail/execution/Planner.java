package org.dovetail.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dovetail.execution.Quantum.OutputFile;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Makes the quanta of a run and finds all that keeps it from starting; changes nothing.
 *
 * <p>An output's name is {@code <stem>.<dataset>.<ending>}, with the stem of the primary file; a
 * task that takes all files at once gives {@code <dataset>.<ending>}.
 *
 * @since 1.0
 */
public final class Planner {

    private final Formats formats;

    /**
     * Creates a planner.
     *
     * @param formats the formats there are
     */
    public Planner(Formats formats) {
        this.formats = formats;
    }

    /**
     * Plans a run.
     *
     * @param request what is asked for
     * @return the plan
     * @throws Refusal if it cannot start, with all the reasons
     */
    public RunPlan plan(RunRequest request) {
        List<TaskException> problems = new ArrayList<>();
        request.signature().inputs().forEach(port -> checkInput(request, port, problems));
        Map<Port, List<String>> endings = endings(request, problems);
        List<Quantum> quanta = quanta(request, endings);
        checkOutputs(request, quanta, problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new RunPlan(request, quanta);
    }

    private void checkInput(RunRequest request, Port port, List<TaskException> problems) {
        List<Path> files = request.files().getOrDefault(port.dataset(), List.of());
        if (files.isEmpty() && (port.primary() || port.count() == Port.Count.ONE)) {
            String how = port.primary() ? "files: FILE..." : "--" + port.dataset() + " FILE";
            problems.add(new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    request.task() + " needs " + how + " (" + port.doc() + ")"));
        }
        if (files.size() > 1 && !port.primary() && port.count() != Port.Count.MANY) {
            problems.add(new TaskException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "--" + port.dataset() + " takes one file, not " + files.size()));
        }
        for (Path file : files) {
            problem(port, file)
                    .ifPresent(text ->
                            problems.add(new TaskException(ErrorCode.UNREADABLE_INPUT, text)));
        }
    }

    private Optional<String> problem(Port port, Path file) {
        if (!Files.exists(file)) {
            return Optional.of(file + ": no such file");
        } else if (!Files.isRegularFile(file)) {
            return Optional.of(file + ": not a file");
        } else if (!Files.isReadable(file)) {
            return Optional.of(file + ": no permission to read it");
        } else if (formats.reader(port.type(), file).isEmpty()) {
            return Optional.of(file + ": nothing installed reads '" + port.dataset()
                    + "' from such a file; known endings: "
                    + String.join(", ", formats.readable(port.type())));
        }
        return Optional.empty();
    }

    private Map<Port, List<String>> endings(RunRequest request, List<TaskException> problems) {
        Map<Port, List<String>> all = new LinkedHashMap<>();
        for (Port port : request.signature().outputs()) {
            List<String> known = formats.writable(port.type());
            List<String> chosen = request.endings()
                    .getOrDefault(
                            port.dataset(), formats.usual(port.type()).stream().toList());
            for (String ending : chosen) {
                if (!known.contains(ending)) {
                    problems.add(new TaskException(
                            ErrorCode.INVALID_CONFIGURATION,
                            "nothing installed writes '" + port.dataset() + "' as '" + ending
                                    + "'; known endings: " + String.join(", ", known)));
                }
            }
            if (known.isEmpty()) {
                problems.add(new TaskException(
                        ErrorCode.NO_SUCH_ALGORITHM,
                        "nothing installed writes '" + port.dataset() + "' ("
                                + port.type().getName() + ")"));
            }
            all.put(port, chosen);
        }
        for (String dataset : request.endings().keySet()) {
            if (all.keySet().stream().noneMatch(port -> port.dataset().equals(dataset))) {
                problems.add(new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        request.task() + " has no output '" + dataset + "'; it has "
                                + String.join(", ", datasets(all))));
            }
        }
        return all;
    }

    private static List<String> datasets(Map<Port, List<String>> ports) {
        return ports.keySet().stream().map(Port::dataset).toList();
    }

    private List<Quantum> quanta(RunRequest request, Map<Port, List<String>> endings) {
        Port primary = request.signature().primary();
        List<Path> files = request.files().getOrDefault(primary.dataset(), List.of());
        List<Quantum> quanta = new ArrayList<>();
        if (primary.count() == Port.Count.MANY) {
            if (!files.isEmpty()) {
                quanta.add(new Quantum(
                        0, request.task(), request.files(), outputs(request, "", endings)));
            }
            return quanta;
        }
        for (Path file : files) {
            String stem = formats.stem(primary.type(), file);
            Map<String, List<Path>> inputs = new HashMap<>(request.files());
            inputs.put(primary.dataset(), List.of(file));
            quanta.add(new Quantum(
                    quanta.size(), stem, inputs, outputs(request, stem + ".", endings)));
        }
        return quanta;
    }

    private static List<OutputFile> outputs(
            RunRequest request, String prefix, Map<Port, List<String>> endings) {
        List<OutputFile> outputs = new ArrayList<>();
        endings.forEach((port, chosen) -> chosen.stream().distinct().forEach(ending -> {
            String name = prefix + port.dataset() + "." + ending;
            outputs.add(new OutputFile(port.dataset(), ending, request.folder().resolve(name)));
        }));
        return outputs;
    }

    private static void checkOutputs(
            RunRequest request, List<Quantum> quanta, List<TaskException> problems) {
        folderProblem(request.folder())
                .ifPresent(
                        text -> problems.add(new TaskException(ErrorCode.UNWRITABLE_OUTPUT, text)));
        Map<Path, Quantum> writers = new HashMap<>();
        List<Path> present = new ArrayList<>();
        for (Quantum quantum : quanta) {
            for (OutputFile output : quantum.outputs()) {
                Quantum other = writers.putIfAbsent(output.file(), quantum);
                if (other != null && output == quantum.outputs().get(0)) {
                    problems.add(new TaskException(
                            ErrorCode.INVALID_CONFIGURATION,
                            "two inputs would write " + output.file() + ": "
                                    + primary(request, other) + " and "
                                    + primary(request, quantum)));
                }
                if (other == null && Files.exists(output.file())) {
                    present.add(output.file());
                }
                inputProblem(request, output).ifPresent(problems::add);
            }
        }
        if (!present.isEmpty() && !request.force()) {
            String more = present.size() == 1
                    ? ""
                    : " (and " + (present.size() - 1) + " more outputs of this run)";
            problems.add(new TaskException(
                    ErrorCode.UNWRITABLE_OUTPUT,
                    present.get(0) + " is there already" + more
                            + "; --force replaces it, -o names another folder"));
        }
    }

    private static Optional<TaskException> inputProblem(RunRequest request, OutputFile output) {
        Path file = output.file().toAbsolutePath().normalize();
        boolean input = request.files().values().stream()
                .flatMap(List::stream)
                .anyMatch(other -> other.toAbsolutePath().normalize().equals(file));
        return input
                ? Optional.of(new TaskException(
                        ErrorCode.INVALID_CONFIGURATION,
                        output.file() + " is an input and would be written over"))
                : Optional.empty();
    }

    private static List<Path> primary(RunRequest request, Quantum quantum) {
        return quantum.inputs().get(request.signature().primary().dataset());
    }

    /** Says why the folder cannot take files, as far as can be known without trying. */
    private static Optional<String> folderProblem(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            if (!Files.isDirectory(there)) {
                return Optional.of("output folder " + folder + ": " + there + " is not a folder");
            }
            boolean readOnly = Files.getFileStore(there).isReadOnly();
            return readOnly || !Files.isWritable(there)
                    ? Optional.of("output folder " + folder + " is not writable"
                            + (readOnly ? " (read-only file system)" : ""))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("output folder " + folder + ": " + e.getMessage());
        }
    }
}
