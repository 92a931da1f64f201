package org.dovetail.plugin.calibration;

import java.util.List;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.task.Configs;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.pipeline.PipelineTaskTests;

class MakeBiasContractTest
        implements PipelineTaskTests<MakeBias.Inputs, MakeBias.Outputs>,
                CompositeTests<PipelineTask<MakeBias.Inputs, MakeBias.Outputs>> {

    @Override
    public MakeBias task() {
        return new MakeBias(Configs.of(MakeBias.Config.class), Camera.isr(), Camera.combination());
    }

    @Override
    public Slots<MakeBias> slots() {
        return Slots.of(
                MakeBias.class,
                Configs.of(MakeBias.Config.class),
                Camera.isr(),
                Camera.combination());
    }

    @Override
    public List<MakeBias.Inputs> inputs() {
        return List.of(inputs(3), inputs(5));
    }

    private static MakeBias.Inputs inputs(int count) {
        return new MakeBias.Inputs(Camera.exposeOften(count, 0, 0));
    }
}
