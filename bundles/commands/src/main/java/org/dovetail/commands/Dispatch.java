package org.dovetail.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dovetail.assembly.text.Nearest;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Refusal;
import org.dovetail.task.TaskException;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the verb, parses its line, and turns what is thrown into a message and an exit code. */
final class Dispatch {

    private Dispatch() {}

    static int run(Session session, String... args) {
        if (args.length == 2 && args[0].equals("help")) {
            return run(session, args[1], "--help");
        } else if (args.length == 0 || List.of("help", "--help", "-h").contains(args[0])) {
            boolean live = session.installation().live().isPresent();
            Verbs.names().stream()
                    .filter(name -> live || !Verbs.isLive(name))
                    .forEach(name -> session.out()
                            .printf(
                                    Locale.ROOT,
                                    "%-11s %s%n",
                                    name,
                                    Verbs.find(name).orElseThrow().doc()));
            return args.length == 0 ? ExitCode.USAGE.code() : ExitCode.OK.code();
        }
        boolean trace = Arrays.stream(args).anyMatch(List.of("-v", "--verbose")::contains);
        try {
            Optional<Verb> verb = Verbs.find(args[0]);
            return verb.isPresent() ? run(session, verb.get(), args) : unknown(session, args[0]);
        } catch (UserError e) {
            return complain(session, e.code(), e.lines());
        } catch (Refusal e) {
            List<String> lines = e.problems().stream()
                    .map(p -> String.valueOf(p.getMessage()))
                    .toList();
            return complain(session, e.exitCode(), lines);
        } catch (TaskException e) {
            ExitCode code = ExitCode.of(e.code());
            return code == ExitCode.INTERNAL
                    ? InternalErrors.report(session, e, trace, args)
                    : complain(
                            session,
                            code,
                            String.valueOf(e.getMessage()).lines().toList());
        } catch (OutOfMemoryError e) {
            return complain(
                    session, ExitCode.ENVIRONMENT, List.of("out of memory: " + e.getMessage()));
        } catch (RuntimeException | Error e) { // the border to the user
            return InternalErrors.report(session, e, trace, args);
        }
    }

    private static int run(Session session, Verb verb, String... args) {
        CommandSpec spec = CommandSpec.create().name(args[0]);
        spec.usageMessage().description(verb.doc());
        verb.declare(spec, session.installation());
        spec.addOption(Line.flag("this text", "-h", "--help"));
        spec.addOption(Line.flag("stack traces of internal errors", "-v", "--verbose"));
        spec.addOption(Line.values(
                "LEVEL|PATH=LEVEL", "what is logged: ERROR, WARN, INFO, DEBUG or TRACE", "-L"));
        spec.addOption(
                Line.value("FILE", "where else the log goes", "--log-file").build());
        CommandLine parser = new CommandLine(spec).setCaseInsensitiveEnumValuesAllowed(true);
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        try {
            Line line = new Line(parser.parseArgs(rest));
            if (line.has("-h")) {
                spec.name("dovetail " + args[0]);
                session.out().print(parser.getUsageMessage(Help.Ansi.OFF));
                return ExitCode.OK.code();
            }
            line.values("-L").forEach(option -> checkLevel(option, session));
            line.file("--log-file").ifPresent(file -> checkLog(file, session));
            return verb.run(line, session);
        } catch (UnmatchedArgumentException e) {
            throw unmatched(e);
        } catch (ParameterException e) {
            throw new UserError(ExitCode.USAGE, args[0] + ": " + e.getMessage());
        }
    }

    private static UserError unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        if (!first.startsWith("-")) {
            return new UserError(ExitCode.USAGE, "unexpected argument '" + first + "'");
        }
        String option = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
        List<String> known = e.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.length() > 2)
                .toList();
        return new UserError(
                ExitCode.USAGE, "unknown option " + option + Nearest.question(option, known));
    }

    private static void checkLevel(String option, Session session) {
        if (session.installation().live().isPresent()) {
            throw new UserError(
                    ExitCode.USAGE, "-L is for a whole process: dovetail shell -L " + option);
        }
        String level = option.substring(option.indexOf('=') + 1).toUpperCase(Locale.ROOT);
        if (Arrays.stream(Level.values()).noneMatch(known -> known.name().equals(level))) {
            throw new UserError(
                    ExitCode.USAGE,
                    "-L " + option + ": no such level; there are ERROR, WARN, INFO, DEBUG, TRACE");
        }
    }

    /** The launcher has opened the log by now, if that can be done; lines of a shell have none. */
    private static void checkLog(Path file, Session session) {
        if (session.installation().live().isPresent()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--log-file is for a whole process: dovetail shell --log-file " + file);
        }
        if (!Files.exists(file) || Files.isDirectory(file) || !Files.isWritable(file)) {
            throw new UserError(
                    ExitCode.BAD_OUTPUT,
                    "cannot write the log to " + file
                            + (Files.isDirectory(file)
                                    ? ": it is a folder"
                                    : ": no such folder, or no permission"));
        }
    }

    private static int unknown(Session session, String verb) {
        return complain(
                session,
                ExitCode.USAGE,
                List.of("no such verb: " + verb + Nearest.question(verb, Verbs.names())));
    }

    private static int complain(Session session, ExitCode code, List<String> lines) {
        if (lines.size() == 1) {
            session.say(lines.get(0));
        } else {
            lines.forEach(session.err()::println);
            session.say(lines.size() + " problems: " + code.meaning());
        }
        return code.code();
    }
}
