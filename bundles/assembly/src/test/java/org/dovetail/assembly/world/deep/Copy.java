package org.dovetail.assembly.world.deep;

import java.util.List;
import java.util.Optional;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** A pipeline task. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("copy")
public final class Copy implements PipelineTask<Copy.Inputs, Copy.Outputs> {

    public record Inputs(
            @Input(value = "text", doc = "What to copy", primary = true)
            List<String> texts,

            @Input(value = "size", doc = "How much") Optional<Integer> size) {}

    public record Outputs(
            @Output(value = "copy", doc = "The copy") String copy) {}

    @Override
    public Outputs run(Inputs inputs) {
        return new Outputs(inputs.texts().get(0));
    }
}
