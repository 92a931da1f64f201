package org.dovetail.commands;

import java.io.Serial;
import java.util.List;
import org.dovetail.execution.ExitCode;

/** Ends a command with a code and something to read, without a stack trace. */
final class UserError extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final transient List<String> lines;

    UserError(ExitCode code, String... lines) {
        this(code, List.of(lines));
    }

    UserError(ExitCode code, List<String> lines) {
        super(String.join("\n", lines));
        this.code = code;
        this.lines = List.copyOf(lines);
    }

    ExitCode code() {
        return code;
    }

    List<String> lines() {
        return lines;
    }
}
