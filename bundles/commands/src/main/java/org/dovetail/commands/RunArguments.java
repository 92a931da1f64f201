package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.DatasetDescription;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.RunOptions;
import picocli.CommandLine.Model.CommandSpec;

/** The arguments of {@code run} and {@code plan}. */
final class RunArguments {

    private static final List<String> LATER = List.of("-b", "-d", "--id", "-i");

    private static final Pattern PATTERN = Pattern.compile("[*?\\[{]");

    private final ConfigOptions config = new ConfigOptions();
    private final Map<String, String> datasets = new LinkedHashMap<>();

    void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "TASK FILE...", "the task, and the files of its primary input");
        spec.addOption(Line.value("DIR", "where outputs go", "-o").build());
        config.declare(spec);
        spec.addOption(
                Line.value("N", "workers; 0 = all cores; 1 if not given", "-j").build());
        spec.addOption(Line.flag("show what would run; write nothing", "-n", "--dry-run"));
        spec.addOption(Line.flag("replace outputs that are there", "--force"));
        spec.addOption(Line.flag("stop at the first failed quantum", "--fail-fast"));
        spec.addOption(Line.flag(
                "check contracts at every call; caveats count in the exit code", "--strict"));
        spec.addOption(Line.flag(
                "name who reads or writes a mask plane, column or card that it did not declare;"
                        + " every call is made twice or more",
                "--guard"));
        spec.addOption(Line.value("FILE.jsonl", "events, one JSON object a line", "--events")
                .build());
        spec.addOption(Line.value(
                        "FILE.lock.yaml",
                        "keeps versions, bundles and every value: -C FILE.lock.yaml gives them"
                                + " again",
                        "--lock")
                .build());
        spec.addOption(
                Line.flag("in the shell: begin, and go on with the next line", "--background"));
        spec.addOption(Line.flag("a summary in JSON on stdout", "--json"));
        spec.addOption(Line.flag(
                "how long each task took, with and without what fills its slots", "--timing"));
        spec.addOption(
                Line.value("FILE", "a camera description, where headers lack something", "--camera")
                        .build());
        spec.addOption(Line.values(
                "DATASET=ENDING[,ENDING]", "file formats: --format catalog=ecsv,reg", "--format"));
        spec.addOption(Line.values(
                "SLOT=ALGORITHM,ALGORITHM",
                "run with both, into DIR/A and DIR/B, and compare: --ab background=mesh,polynomial",
                "--ab"));
        CompareOptions.declare(spec);
        LATER.forEach(
                name -> spec.addOption(Line.value("", "", name).hidden(true).build()));
        declareDatasets(spec, installation.trees().catalogue());
    }

    /** Declares an option for each dataset that an installed task takes beside its primary ones. */
    private void declareDatasets(CommandSpec spec, Catalogue catalogue) {
        for (AlgorithmDescription task : catalogue.algorithms()) {
            if (!task.role().name().equals(ConfigOptions.PIPELINE_TASK)
                    || task.problem().isPresent()) {
                continue;
            }
            for (DatasetDescription input : task.details().inputs()) {
                if (!input.primary()) {
                    datasets.putIfAbsent(input.datasetType(), input.doc());
                }
            }
        }
        datasets.forEach((name, doc) -> {
            if (!spec.optionsMap().containsKey("--" + name)) {
                spec.addOption(Line.values("FILE", doc, "--" + name));
            }
        });
    }

    /** Returns what the command line orders. */
    RunOrder order(Line line, Session session, boolean planOnly) {
        LATER.stream().filter(line::has).findFirst().ifPresent(option -> {
            throw new UserError(
                    ExitCode.USAGE,
                    option + ": data repositories are not part of this version; name the files");
        });
        String task = line.argument(0, "a task");
        List<String> files = line.arguments().subList(1, line.arguments().size());
        Map<String, List<Path>> others = new HashMap<>();
        for (String dataset : datasets.keySet()) {
            if (line.has("--" + dataset)) {
                others.put(dataset, paths(line.values("--" + dataset)));
            }
        }
        if (!planOnly && line.file("-o").isEmpty()) {
            throw new UserError(ExitCode.USAGE, "run needs a folder for its outputs: -o DIR");
        }
        boolean reported = line.has("--json") || line.has("--events");
        return new RunOrder(
                config.request(task),
                matching(files),
                others,
                line.file("-o").orElse(Path.of(".")),
                endings(line.values("--format")),
                line.has("--force"),
                camera(line),
                line.has("--guard"),
                new RunOptions(
                        jobs(line, session),
                        line.has("--fail-fast"),
                        line.has("--strict"),
                        reported),
                line.file("--events"),
                line.file("--lock"));
    }

    /** Returns the camera file; without this each raw frame would be told to be at fault. */
    private static Optional<Path> camera(Line line) {
        Optional<Path> camera = line.file("--camera");
        if (camera.isPresent() && !Files.exists(camera.get())) {
            throw new UserError(
                    ExitCode.USAGE,
                    camera.get() + ": there is no such file; --camera takes a camera description,"
                            + " see docs/cameras.md");
        }
        return camera;
    }

    /** Returns the slots that are to be run with two algorithms each. */
    static List<AbChoice> choices(Line line) {
        List<AbChoice> choices =
                line.values("--ab").stream().map(AbChoice::parse).toList();
        if (choices.isEmpty() && (line.has("--tolerance") || line.has("--match"))) {
            throw new UserError(
                    ExitCode.USAGE, "--tolerance and --match go with --ab; see also `compare`");
        }
        return choices;
    }

    /** Returns how many workers there are to be. */
    static int jobs(Line line, Session session) {
        long asked = line.number("-j").orElse(1L);
        if (asked < 0 || asked > Short.MAX_VALUE) {
            throw new UserError(ExitCode.USAGE, "-j must be 0 (all cores) or more, was " + asked);
        }
        if (asked > 0) {
            return (int) asked;
        }
        String slurm = session.environment().getOrDefault("SLURM_CPUS_PER_TASK", "");
        return slurm.matches("[1-9]\\d{0,3}")
                ? Integer.parseInt(slurm)
                : Runtime.getRuntime().availableProcessors();
    }

    private static Map<String, List<String>> endings(List<String> options) {
        Map<String, List<String>> endings = new HashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1 || equals == option.length() - 1) {
                throw new UserError(
                        ExitCode.USAGE,
                        "--format takes DATASET=ENDING, such as catalog=ecsv, not '" + option
                                + "'");
            }
            endings.computeIfAbsent(option.substring(0, equals), name -> new ArrayList<>())
                    .addAll(Arrays.asList(option.substring(equals + 1).split(",")));
        }
        return endings;
    }

    /** Returns the files, and those that a quoted pattern such as {@code 'raw/*.fits'} matches. */
    private static List<Path> matching(List<String> names) {
        List<Path> all = new ArrayList<>();
        for (String name : names) {
            Path file = Path.of(name);
            if (!PATTERN.matcher(name).find() || Files.exists(file)) {
                all.add(file);
                continue;
            }
            Path folder = file.getParent() == null ? Path.of("") : file.getParent();
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> matches =
                    Files.newDirectoryStream(folder, String.valueOf(file.getFileName()))) {
                matches.forEach(found::add);
            } catch (IOException | PatternSyntaxException e) {
                throw new UserError(ExitCode.NO_DATA, name + " matches no file: " + e.getMessage());
            }
            if (found.isEmpty()) {
                throw new UserError(ExitCode.NO_DATA, name + " matches no file");
            }
            found.stream().sorted().forEach(all::add);
        }
        return all;
    }

    private static List<Path> paths(List<String> names) {
        return names.stream().map(Path::of).toList();
    }
}
