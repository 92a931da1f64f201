package org.dovetail.execution;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.dovetail.task.TaskException;

/**
 * Says why a run does not start: everything that is wrong, at once. Nothing was written.
 *
 * @since 1.0
 */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<TaskException> problems;

    /**
     * Creates a refusal.
     *
     * @param problems what is wrong; at least one
     */
    public Refusal(List<TaskException> problems) {
        super(problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong. */
    public List<TaskException> problems() {
        return problems;
    }

    /** Returns how the process should end. */
    public ExitCode exitCode() {
        return ExitCode.ofAll(problems.stream().map(TaskException::code).toList());
    }
}
