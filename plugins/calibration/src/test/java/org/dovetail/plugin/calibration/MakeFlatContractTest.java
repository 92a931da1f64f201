package org.dovetail.plugin.calibration;

import java.util.List;
import java.util.Optional;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.Configs;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.pipeline.PipelineTaskTests;

class MakeFlatContractTest
        implements PipelineTaskTests<MakeFlat.Inputs, MakeFlat.Outputs>,
                CompositeTests<PipelineTask<MakeFlat.Inputs, MakeFlat.Outputs>> {

    @Override
    public MakeFlat task() {
        return new MakeFlat(Configs.of(MakeFlat.Config.class), Camera.isr(), Camera.combination());
    }

    @Override
    public Slots<MakeFlat> slots() {
        return Slots.of(
                MakeFlat.class,
                Configs.of(MakeFlat.Config.class),
                Camera.isr(),
                Camera.combination());
    }

    @Override
    public List<MakeFlat.Inputs> inputs() {
        return List.of(inputs(3), inputs(5));
    }

    private static MakeFlat.Inputs inputs(int count) {
        return new MakeFlat.Inputs(
                Camera.exposeOften(count, 5, 20_000), Optional.empty(), Optional.empty());
    }
}
