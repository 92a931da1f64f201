package org.dovetail.commands;

import org.dovetail.assembly.BuildOptions;
import org.dovetail.assembly.config.TreeRequest;
import org.dovetail.execution.ExitCode;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.runtime.NamedTree;

import picocli.CommandLine.Model.CommandSpec;

/** Opens a tree in the live runtime: `run` of its name uses it from then on. */
final class Open implements Verb {

    private final ConfigOptions config = new ConfigOptions();

    @Override
    public String doc() {
        return "build a task's tree and keep it: run, retarget, set and swap use it";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {
        Line.arguments(spec, "TASK", "the task");
        config.declare(spec);
        spec.addOption(Line.value("NAME", "the tree's name; the task's if not given", "--as")
                .build());
        spec.addOption(Line.flag("check contracts at every call", "--strict"));
    }

    @Override
    public int run(Line line, Session session) {
        Live live = Live.of(line, session);
        TreeRequest request = config.request(line.argument(0, "a task"));
        ConfigOptions.resolve(request, session); // tells what is worth knowing
        NamedTree<?> tree = live.workspace()
                .open(
                        line.value("--as").orElse(request.task().name()),
                        request,
                        PipelineTask.class,
                        line.has("--strict") ? BuildOptions.STRICT : BuildOptions.DEFAULT,
                        live.who());
        session.out().println(tree.name() + ": " + tree.current());
        TreeDrawing.print(tree.current().plan(), session);
        return ExitCode.OK.code();
    }
}
