package org.dovetail.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A parsed command line, and how its options are declared. */
final class Line {

    private final ParseResult parsed;

    Line(ParseResult parsed) {
        this.parsed = parsed;
    }

    /** Declares an option with a value. */
    static OptionSpec.Builder value(String label, String doc, String... names) {
        return OptionSpec.builder(
                        names[0], List.of(names).subList(1, names.length).toArray(String[]::new))
                .type(String.class)
                .paramLabel(label)
                .description(doc.replace("%", "%%")); // picocli formats what it is given
    }

    /** Declares an option with a value that may be given several times. */
    static OptionSpec values(String label, String doc, String... names) {
        return value(label, doc, names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    /** Declares an option without a value. */
    static OptionSpec flag(String doc, String... names) {
        return value("", doc, names).type(boolean.class).arity("0").build();
    }

    /** Declares the arguments. */
    static void arguments(CommandSpec spec, String label, String doc) {
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(label)
                .description(doc)
                .index("0..*")
                .arity("0..*")
                .hideParamSyntax(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
    }

    /** Returns the name of the verb. */
    String verb() {
        return parsed.commandSpec().name();
    }

    /** Returns whether an option without a value was given. */
    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /** Returns an option's value. */
    Optional<String> value(String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, (String) null));
    }

    /** Returns an option's value as a file. */
    Optional<Path> file(String option) {
        return value(option).map(text -> {
            if (text.isEmpty()) { // a shell's variable that is not set
                throw new UserError(ExitCode.USAGE, option + " names no file or folder: it is ''");
            }
            return Path.of(text);
        });
    }

    /** Returns all values of an option. */
    List<String> values(String option) {
        return parsed.matchedOptionValue(option, List.of());
    }

    /** Returns an option's value as a whole number. */
    Optional<Long> number(String option) {
        return value(option).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new UserError(
                        ExitCode.USAGE, option + " takes a whole number, not '" + text + "'");
            }
        });
    }

    /** Returns the arguments that are no options. */
    List<String> arguments() {
        List<String> all = new ArrayList<>();
        for (PositionalParamSpec spec : parsed.matchedPositionals()) {
            List<String> values = spec.getValue();
            if (values != null && all.isEmpty()) {
                all.addAll(values);
            }
        }
        return all;
    }

    /** Complains if there are more arguments than that. */
    void atMost(int count) {
        List<String> all = arguments();
        if (all.size() > count) {
            throw new UserError(ExitCode.USAGE, "unexpected argument '" + all.get(count) + "'");
        }
    }

    /** Returns one argument, or complains that it is missing. */
    String argument(int index, String what) {
        List<String> all = arguments();
        if (index >= all.size()) {
            throw new UserError(
                    ExitCode.USAGE,
                    parsed.commandSpec().name() + " needs " + what + "; see " + "dovetail "
                            + parsed.commandSpec().name() + " --help");
        }
        return all.get(index);
    }
}
