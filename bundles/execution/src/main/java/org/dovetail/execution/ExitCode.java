package org.dovetail.execution;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dovetail.task.ErrorCode;

/**
 * What a process tells the one that started it.
 *
 * <p>A run in which some quanta fail and some do not ends with {@link #SOME_FAILED}, whatever
 * failed. One in which all fail for the same kind of reason ends with the code of that kind, since
 * it says what to do about it; for different kinds, with {@link #ALL_FAILED}. A run that was told
 * to stop ends with {@link #DRAINED} or {@link #CANCELLED}, whatever else happened.
 *
 * @since 1.0
 */
public enum ExitCode {
    /** Success. */
    OK(0, "everything asked for was made", "nothing"),
    /** A bug. */
    INTERNAL(1, "internal error (a bug)", "report it, with the file that the message names"),
    /** The user's command line or configuration. */
    USAGE(
            2,
            "usage or configuration invalid",
            "correct what the messages say; nothing was run or written"),
    /** The installed plugins. */
    NO_PLUGIN(
            3,
            "no such plugin, or none compatible",
            "`list` shows what is installed, `doctor` what could not be loaded"),
    /** The selection of data. */
    NO_DATA(4, "no data matched", "check the files or the query given"),
    /** The input data. */
    BAD_INPUT(
            5,
            "an input is unreadable or corrupt",
            "check the file that the message names; where several quanta ran, all failed so"),
    /** The output folder. */
    BAD_OUTPUT(
            6,
            "an output could not be written",
            "check space and permissions; an existing output is replaced with --force only"),
    /** A part of the run. */
    SOME_FAILED(
            10,
            "some quanta failed",
            "what succeeded is complete; the messages say what failed, and why"),
    /** The whole run, for more than one kind of reason. */
    ALL_FAILED(
            11,
            "all quanta failed",
            "for more than one kind of reason: with one kind, its own code is used"),
    /** Something was left out or doubtful. */
    CAVEATS(
            12,
            "finished with caveats (with --strict only)",
            "the summary says which quanta had nothing to do"),
    /** A comparison. */
    DIFFERENT(
            13,
            "what was compared differs by more than the tolerance",
            "the table says what and by how much; --tolerance says what counts as equal"),
    /** The algorithm. */
    ALGORITHM(
            20,
            "an algorithm failed and would fail again: do not retry",
            "change a setting or the algorithm of the slot that the message names"),
    /** The machine. */
    ENVIRONMENT(
            21,
            "the environment failed (memory, disk, network): retry elsewhere",
            "give it more memory, or run fewer quanta at a time with -j"),
    /** A signal. */
    DRAINED(
            75,
            "drained on a signal; run the rest to go on",
            "what was done is complete; run again with the files that are left, or with --force all"),
    /** Somebody who could not wait. */
    CANCELLED(
            76,
            "cancelled while in flight, such as by swap --now",
            "what was done before is complete; run the rest with what is in use now");

    private final int code;
    private final String meaning;
    private final String advice;

    ExitCode(int code, String meaning, String advice) {
        this.code = code;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** Returns the number. */
    public int code() {
        return code;
    }

    /** Returns what it means, in one line. */
    public String meaning() {
        return meaning;
    }

    /** Returns what to do about it, in one line. */
    public String advice() {
        return advice;
    }

    /** Returns the code of a number, if it is one. */
    public static Optional<ExitCode> of(int number) {
        for (ExitCode candidate : values()) {
            if (candidate.code == number) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Returns the code of one failure. */
    public static ExitCode of(ErrorCode failure) {
        return switch (failure.kind()) {
            case CONFIGURATION -> USAGE;
            case SELECTION -> NO_PLUGIN;
            case INPUT -> BAD_INPUT;
            case NO_WORK -> OK;
            case OUTPUT -> BAD_OUTPUT;
            case ALGORITHM -> ALGORITHM;
            case RESOURCE -> ENVIRONMENT;
            case INTERNAL -> INTERNAL;
        };
    }

    /**
     * Returns the code of several failures of which each alone stops the work: the common one, or
     * the one that has to be put right first.
     */
    public static ExitCode ofAll(Collection<ErrorCode> failures) {
        return failures.stream().map(ExitCode::of).min(ExitCode::compareTo).orElse(OK);
    }

    /** Returns the code of a run, from how its quanta ended and who wanted it to end early. */
    static ExitCode of(
            Collection<QuantumResult> results, Cancellation cancellation, boolean strict) {
        boolean cut = results.stream()
                .anyMatch(result -> result.outcome() == QuantumResult.Outcome.CANCELLED);
        boolean left = results.stream()
                .anyMatch(result -> result.outcome() == QuantumResult.Outcome.NOT_RUN);
        if (cut || left && cancellation.abandoned().isPresent()) {
            return CANCELLED; // whether or not there was anything in flight
        }
        if (left && cancellation.requested()) {
            return DRAINED;
        }
        Set<ExitCode> failures = results.stream()
                .filter(result -> result.outcome() == QuantumResult.Outcome.FAILED)
                .flatMap(result -> result.failure().stream())
                .map(failure -> of(failure.code()))
                .collect(Collectors.toSet());
        if (!failures.isEmpty()) {
            boolean all = results.stream().noneMatch(QuantumResult::good);
            return !all
                    ? SOME_FAILED
                    : failures.size() == 1 ? failures.iterator().next() : ALL_FAILED;
        }
        if (left) {
            return INTERNAL; // a worker died without a word
        }
        boolean caveat = results.stream()
                .anyMatch(result -> result.outcome() == QuantumResult.Outcome.NO_WORK);
        return strict && caveat ? CAVEATS : OK;
    }
}
