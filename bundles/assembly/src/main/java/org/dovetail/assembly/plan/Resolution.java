package org.dovetail.assembly.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dovetail.assembly.config.Note;
import org.dovetail.assembly.config.Problem;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * What came of a request.
 *
 * @param result the plan; absent if there are problems
 * @param problems all that is wrong
 * @param notes what to know although nothing is wrong
 * @since 1.0
 */
public record Resolution(Optional<TreePlan> result, List<Problem> problems, List<Note> notes) {

    /** Copies the lists. */
    public Resolution {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * Returns the plan.
     *
     * @throws TaskException that lists all problems, one per line; its code is of kind SELECTION if
     *     all that is wrong are missing algorithms, else {@code INVALID_CONFIGURATION}
     */
    public TreePlan plan() {
        return result.orElseThrow(() -> new TaskException(
                code(),
                problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }

    /** Returns what kind of failure the problems are together. */
    private ErrorCode code() {
        for (Problem problem : problems) {
            if (problem.code().kind() != ErrorCode.Kind.SELECTION) {
                return ErrorCode.INVALID_CONFIGURATION;
            }
        }
        return problems.isEmpty() ? ErrorCode.INTERNAL_ERROR : problems.get(0).code();
    }
}
