package org.dovetail.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.catalogue.Selector;
import org.dovetail.assembly.config.Layer;
import org.dovetail.assembly.config.Note;
import org.dovetail.assembly.config.Problem;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.assembly.plan.Resolution;
import org.dovetail.assembly.plan.TreePlan;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** The options that configure a tree of tasks: {@code -c}, {@code -C} and {@code --use}. */
final class ConfigOptions {

    /** The role of what {@code run} runs. */
    static final String PIPELINE_TASK = "pipeline-task";

    private final List<Layer> layers = new ArrayList<>();

    /** Declares the options; they collect layers in the order of the command line. */
    void declare(CommandSpec spec) {
        spec.addOption(Line.value("FILE.yaml", "a configuration file; several are layered", "-C")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .parameterConsumer((words, option, command) ->
                        layers.add(Layer.file(Layer.Kind.FILE, Path.of(words.pop()))))
                .build());
        spec.addOption(Line.value(
                        "PATH=VALUE",
                        "one setting; wins over files; the end of a path will do: -c mesh.boxSize=32",
                        "-c")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .parameterConsumer((words, option, command) -> layers.add(Layer.set(words.pop())))
                .build());
        spec.addOption(Line.value(
                        "SLOT=ALGORITHM[@RANGE]",
                        "the algorithm of a slot: --use 'background=mesh@[1,2)'; the end of a path"
                                + " will do; SLOT+=ALGORITHM adds one to a list",
                        "--use")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .parameterConsumer((words, option, command) -> layers.add(Layer.use(words.pop())))
                .build());
    }

    /** Returns whether none of the options was given. */
    boolean isEmpty() {
        return layers.isEmpty();
    }

    /** Asks for a tree with a task at its root, configured as the command line says. */
    TreeRequest request(String task) {
        if (task.endsWith(".yaml") || task.endsWith(".yml")) {
            throw new UserError(
                    ExitCode.USAGE,
                    task + ": pipelines are not part of this version; name a task (`dovetail list "
                            + PIPELINE_TASK + "`) and give a configuration with -C");
        }
        try {
            return new TreeRequest(PIPELINE_TASK, Selector.parse(task), layers);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, "the task " + e.getMessage());
        }
    }

    /** Plans a tree and tells what is worth knowing of it. */
    static TreePlan resolve(TreeRequest request, Session session) {
        Resolution resolution = session.installation().trees().resolve(request);
        for (Note note : resolution.notes()) {
            session.say("note: " + note);
        }
        return resolution.plan();
    }

    /** Complains of everything that the algorithms' own checks find. */
    static void check(TreePlan plan, Session session) {
        List<Problem> problems = session.installation().trees().check(plan);
        new Resolution(
                        problems.isEmpty() ? Optional.of(plan) : Optional.empty(),
                        problems,
                        List.of())
                .plan();
    }
}
