package org.dovetail.commands;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a shell's lines come from, and when it ends.
 *
 * @param script a file of lines; else they come from stdin
 * @param terminal whether stdin is a terminal
 * @param keepGoing whether a script goes on after a line that failed
 * @param history where lines that were typed are kept
 * @param ending tells whether the process is to end
 * @since 1.1
 */
public record ShellOrder(
        Optional<Path> script,
        boolean terminal,
        boolean keepGoing,
        Optional<Path> history,
        BooleanSupplier ending) {}
