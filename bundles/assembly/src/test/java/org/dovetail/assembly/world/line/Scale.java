package org.dovetail.assembly.world.line;

import org.dovetail.assembly.world.Filter;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.TaskType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceDescription;

/** Passes the number in a text through its slot: a pipeline task with a quantum for each text. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@TaskType("scale")
@ServiceDescription("Changes the number in a text")
public final class Scale implements PipelineTask<Scale.Inputs, Scale.Outputs> {

    private final Filter filter;

    public record Inputs(
            @Input(value = "number", doc = "A number", primary = true)
            String number) {}

    public record Outputs(
            @Output(value = "scaled", doc = "The number, changed")
            String scaled) {}

    @Activate
    public Scale(@Reference(name = "filter", target = "(task.type=times)") Filter filter) {
        this.filter = filter;
    }

    @Override
    public Outputs run(Inputs inputs) {
        return new Outputs(String.valueOf(filter.filter(Double.parseDouble(inputs.number()))));
    }
}
