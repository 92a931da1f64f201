package org.dovetail.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.Provenance;
import org.dovetail.data.ReadContext;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Formats;
import org.dovetail.execution.RunOptions;
import org.dovetail.execution.RunPlan;
import org.dovetail.execution.RunResult;
import org.dovetail.role.simulation.Simulation;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Simulates a survey, processes it as {@code run} does, and compares what comes out with the truth.
 */
final class Demo implements Verb {

    private static final long SEED = 1;
    private static final long SIZE = 512;
    private static final double NANOS = 1e-9;

    private final ConfigOptions config = new ConfigOptions();

    @Override
    public String doc() {
        return "simulate a small survey, process it, show what came out";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        spec.addOption(Line.value("DIR", "where everything goes; dovetail-demo if not given", "-o")
                .build());
        spec.addOption(
                Line.value("N", "the survey's seed; 1 if not given", "--seed").build());
        spec.addOption(
                Line.value("PIXELS", "width and height of the detector; 512 if not given", "--size")
                        .build());
        spec.addOption(
                Line.value("N", "workers; 0 = all cores; 1 if not given", "-j").build());
        spec.addOption(Line.flag("replace what is there", "--force"));
        config.declare(spec);
    }

    @Override
    public int run(Line line, Session session) {
        long start = System.nanoTime();
        Path folder = line.file("-o").orElse(Path.of("dovetail-demo"));
        boolean force = line.has("--force");
        refuse(folder, force);
        Formats formats = session.installation().formats();
        session.say("simulating a survey");
        List<Provenance> made = new ArrayList<>();
        Simulation simulation = Survey.simulate(
                line.number("--seed").orElse(SEED),
                line.number("--size").orElse(SIZE),
                session,
                made);
        Survey survey = Survey.write(simulation, folder, force, formats, made.get(0));
        Steps steps = new Steps(folder, force, RunArguments.jobs(line, session), session);
        ExitCode code = steps.all(survey, config.request("process-ccd"));
        if (code != ExitCode.OK) {
            return code.code();
        }
        TruthTable table = new TruthTable();
        for (Map.Entry<String, Catalog> truth : survey.truth().entrySet()) {
            Path file = folder.resolve("processed/" + truth.getKey() + ".catalog.fits");
            table.add(catalog(formats, file), truth.getValue());
        }
        table.print(session.out());
        places(folder, survey, (System.nanoTime() - start) * NANOS, session);
        return code.code();
    }

    private static void refuse(Path folder, boolean force) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UserError(ExitCode.BAD_OUTPUT, folder + " is there and is not a folder");
        }
        if (Files.exists(folder.resolve("raw")) && !force) {
            throw new UserError(
                    ExitCode.BAD_OUTPUT,
                    folder.resolve("raw") + " is there already; --force replaces what is in it,"
                            + " -o names another folder");
        }
    }

    private static Catalog catalog(Formats formats, Path file) {
        StorageFormat<Catalog> format = formats.reader(Catalog.class, file)
                .orElseThrow(
                        () -> new UserError(ExitCode.NO_PLUGIN, "nothing installed reads " + file));
        return format.read(file, ReadContext.NONE);
    }

    private static void places(Path folder, Survey survey, double seconds, Session session) {
        Path frame = survey.science().get(0);
        String name = survey.truth().keySet().iterator().next();
        Path calibration = folder.resolve("calibration");
        Table table = new Table();
        table.add("raw frames", folder.resolve("raw").toString());
        table.add("truth", folder.resolve("truth").toString());
        table.add("calibration", calibration.toString());
        table.add("catalogues", folder.resolve("processed") + "/*.catalog.fits, .reg for DS9");
        table.add(
                "quick look",
                folder.resolve("processed/" + name + ".quicklook.png").toString());
        session.out().println();
        table.print(session.out(), "");
        session.out().println();
        session.out().println("Next, with another background:");
        session.out()
                .println("  dovetail run process-ccd " + frame + " --bias "
                        + calibration.resolve("bias.fits") + " --dark "
                        + calibration.resolve("dark.fits") + " --flat "
                        + calibration.resolve("flat.fits") + " --use background=polynomial -o "
                        + folder.resolve("polynomial"));
        session.say(String.format(Locale.ROOT, "done in %.1f s", seconds));
    }

    /** The steps that process a survey; each is an ordinary run. */
    private record Steps(Path folder, boolean force, int jobs, Session session) {

        ExitCode all(Survey survey, TreeRequest processCcd) {
            Path calibration = folder.resolve("calibration");
            Map<String, List<Path>> known = new HashMap<>();
            ExitCode code = run(TreeRequest.of("make-bias"), survey.biases(), known, calibration);
            if (code == ExitCode.OK) {
                known.put("bias", List.of(calibration.resolve("bias.fits")));
                code = run(TreeRequest.of("make-dark"), survey.darks(), known, calibration);
            }
            if (code == ExitCode.OK) {
                known.put("dark", List.of(calibration.resolve("dark.fits")));
                code = run(TreeRequest.of("make-flat"), survey.flats(), known, calibration);
            }
            if (code == ExitCode.OK) {
                known.put("flat", List.of(calibration.resolve("flat.fits")));
                code = run(processCcd, survey.science(), known, folder.resolve("processed"));
            }
            return code;
        }

        private ExitCode run(
                TreeRequest tree, List<Path> files, Map<String, List<Path>> known, Path to) {
            RunOrder order = new RunOrder(
                    tree,
                    files,
                    Map.copyOf(known),
                    to,
                    Map.of(),
                    force,
                    Optional.empty(),
                    false,
                    new RunOptions(jobs, false, false, false),
                    Optional.empty(),
                    Optional.empty());
            try (TaskRun run = TaskRun.prepare(order, session)) {
                RunPlan plan = run.plan();
                RunResult result = run.run(plan, Progress.on(session));
                RunReport.print(result, session, false);
                return result.exitCode();
            }
        }
    }
}
