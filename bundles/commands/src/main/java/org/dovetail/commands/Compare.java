package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dovetail.comparison.DatasetComparison;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Json;
import org.dovetail.task.TaskException;
import picocli.CommandLine.Model.CommandSpec;

/** Compares what two runs gave: two folders, or two files. */
final class Compare implements Verb {

    private static final int NAMED = 5;

    @Override
    public String doc() {
        return "what differs between two runs, and whether it matters";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "RUN_A RUN_B", "two folders of outputs, or two files");
        CompareOptions.declare(spec);
        spec.addOption(Line.values(
                "PATTERN", "files to leave out, by name: --ignore '*.png'", "--ignore"));
        spec.addOption(Line.flag("the comparison in JSON on stdout", "--json"));
    }

    @Override
    public int run(Line line, Session session) {
        Path first = Path.of(line.argument(0, "two runs"));
        Path second = Path.of(line.argument(1, "two runs"));
        if (line.arguments().size() > 2) {
            throw new UserError(
                    ExitCode.USAGE, "unexpected argument '" + line.arguments().get(2) + "'");
        }
        CompareOptions options = CompareOptions.of(line);
        FilePairs files = FilePairs.of(first, second, line.values("--ignore"));
        if (files.pairs().isEmpty()
                && files.onlyFirst().isEmpty()
                && files.onlySecond().isEmpty()) {
            throw new UserError(
                    ExitCode.NO_DATA, "neither " + first + " nor " + second + " has a file");
        }
        Work work = new Work(options, session);
        files.pairs().forEach(work::compare);
        options.check(work.compared);
        work.missing(files, first, second);
        if (line.has("--json")) {
            Map<String, Object> report = ComparisonReport.of(work.compared);
            ComparisonReport.files(report, files.onlyFirst(), files.onlySecond());
            report.put("identicalFiles", work.identical);
            report.put("filesNotCompared", work.unread);
            report.put("exit", work.code().code());
            session.out().println(Json.of(report));
        } else {
            new ComparisonTable(session.out()).print(work.compared);
        }
        return work.end();
    }

    /** The comparison while it is made. */
    private static final class Work {

        private final CompareOptions options;
        private final Session session;
        private final DatasetFiles reader;
        private final Compared compared = new Compared();
        private final Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
        private final List<String> unread = new ArrayList<>();
        private int identical;

        Work(CompareOptions options, Session session) {
            this.options = options;
            this.session = session;
            Installation installation = session.installation();
            reader = new DatasetFiles(
                    installation.formats(), installation.trees().catalogue());
        }

        void compare(FilePairs.Pair pair) {
            try {
                if (Files.mismatch(pair.first(), pair.second()) < 0) {
                    identical++;
                    return;
                }
                Optional<List<Object>> both = reader.read(pair.first(), pair.second());
                both.ifPresentOrElse(read -> add(pair, read), () -> unread.add(pair.name()));
            } catch (IOException e) {
                session.say(pair.name() + ": cannot be read: " + e.getMessage());
                codes.add(ExitCode.BAD_INPUT);
            } catch (TaskException e) {
                session.say(String.valueOf(e.getMessage()));
                codes.add(ExitCode.of(e.code()));
            }
        }

        private void add(FilePairs.Pair pair, List<Object> both) {
            DatasetComparison comparison = DatasetComparison.of(
                    both.get(0), both.get(1), options.tolerances(), options.radius());
            compared.add(pair.name(), DatasetFiles.kind(pair.first()), comparison);
            if (!comparison.within()) {
                codes.add(ExitCode.DIFFERENT);
            }
        }

        void missing(FilePairs files, Path first, Path second) {
            files.onlyFirst().forEach(name -> session.say(name + " is in " + first + " only"));
            files.onlySecond().forEach(name -> session.say(name + " is in " + second + " only"));
            if (files.onlyFirst().size() + files.onlySecond().size() > 0) {
                codes.add(ExitCode.NO_DATA);
            }
            if (codes.isEmpty() && identical == 0 && compared.entries().isEmpty()) {
                codes.add(ExitCode.NO_DATA); // no word on whether the runs are equal
            }
        }

        /** Returns how the process should end: for what has to be put right first. */
        ExitCode code() {
            return codes.stream().min(ExitCode::compareTo).orElse(ExitCode.OK);
        }

        int end() {
            List<String> beyond =
                    compared.beyond().stream().map(Compared.Entry::frame).toList();
            say("beyond the tolerance: ", beyond);
            say("not compared, since nothing installed reads such files: ", unread);
            ExitCode code = code();
            int count = identical + compared.entries().size();
            session.say(count + (count == 1 ? " pair" : " pairs") + " of files compared, "
                    + identical + " identical, "
                    + beyond.size() + " beyond the tolerance"
                    + (code == ExitCode.OK ? "" : "; exit " + code.code() + ": " + code.meaning()));
            return code.code();
        }

        private void say(String what, List<String> names) {
            if (!names.isEmpty()) {
                session.say(what
                        + names.stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : ""));
            }
        }
    }
}
