package org.dovetail.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.Lease;
import org.dovetail.assembly.TaskTree;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.catalog.Catalog;
import org.dovetail.data.Provenance;
import org.dovetail.data.StorageFormat;
import org.dovetail.execution.ExitCode;
import org.dovetail.execution.Formats;
import org.dovetail.execution.Provenances;
import org.dovetail.execution.Staging;
import org.dovetail.image.RawExposure;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.role.simulation.SkySimulator;

/**
 * A simulated survey in files.
 *
 * @param biases the raw bias frames
 * @param darks the raw dark frames
 * @param flats the raw flat frames
 * @param science the raw science frames
 * @param truth what each science frame shows, by the stem of its file
 */
record Survey(
        List<Path> biases,
        List<Path> darks,
        List<Path> flats,
        List<Path> science,
        Map<String, Catalog> truth) {

    private static final String ENDING = "fits";

    /** Simulates a survey of square frames. */
    static Simulation simulate(long seed, long size, Session session, List<Provenance> made) {
        List<Layer> layers = List.of(Layer.set("width=" + size), Layer.set("height=" + size));
        TreePlan plan = ConfigOptions.resolve(
                new TreeRequest("simulation", Selector.parse("survey"), layers), session);
        made.add(Provenances.of(plan));
        try (TaskTree<SkySimulator> tree = session.installation()
                        .trees()
                        .build(plan, SkySimulator.class, BuildOptions.DEFAULT);
                Lease<SkySimulator> lease = tree.lease()) {
            return lease.task().simulate(seed);
        }
    }

    /** Writes a survey into two folders, {@code raw} and {@code truth}: all of it or nothing. */
    static Survey write(
            Simulation simulation, Path folder, boolean force, Formats formats, Provenance made) {
        try (Staging staging = new Staging(force)) {
            Writer writer = new Writer(formats, made, force, staging);
            Path raw = folder.resolve("raw");
            Path truth = folder.resolve("truth");
            Map<String, Catalog> sources = new LinkedHashMap<>();
            for (int i = 0; i < simulation.science().size(); i++) {
                String name = simulation.science().get(i).info().name();
                Catalog catalog = simulation.truth().get(i).sources();
                sources.put(name, catalog);
                writer.write(Catalog.class, catalog, truth.resolve(name + ".truth." + ENDING));
            }
            writer.write(
                    Catalog.class, simulation.reference(), truth.resolve("reference." + ENDING));
            Survey survey = new Survey(
                    writer.frames(simulation.biases(), raw),
                    writer.frames(simulation.darks(), raw),
                    writer.frames(simulation.flats(), raw),
                    writer.frames(simulation.science(), raw),
                    sources);
            staging.publish();
            return survey;
        }
    }

    /** Writes datasets beside their places. */
    private record Writer(Formats formats, Provenance made, boolean force, Staging staging) {

        List<Path> frames(List<RawExposure> frames, Path folder) {
            List<Path> files = new ArrayList<>();
            for (RawExposure frame : frames) {
                Path file = folder.resolve(frame.info().name() + "." + ENDING);
                write(RawExposure.class, frame, file);
                files.add(file);
            }
            return files;
        }

        <T> void write(Class<T> type, T dataset, Path file) {
            if (!force && Files.exists(file)) {
                throw new UserError(
                        ExitCode.BAD_OUTPUT,
                        file + " is there already; --force replaces it, -o names another folder");
            }
            StorageFormat<T> format = formats.writer(type, ENDING)
                    .orElseThrow(() -> new UserError(
                            ExitCode.NO_PLUGIN,
                            "nothing installed writes " + type.getSimpleName() + " as " + ENDING));
            format.write(dataset, staging.stage(file), made);
        }
    }
}
