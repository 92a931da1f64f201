package org.dovetail.plugin.calibration;

import java.util.List;
import java.util.Optional;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.pipeline.PipelineTaskTests;

class MakeDarkContractTest
        implements PipelineTaskTests<MakeDark.Inputs, MakeDark.Outputs>,
                CompositeTests<PipelineTask<MakeDark.Inputs, MakeDark.Outputs>> {

    @Override
    public MakeDark task() {
        return new MakeDark(Camera.isr(), Camera.combination());
    }

    @Override
    public Slots<MakeDark> slots() {
        return Slots.of(MakeDark.class, Camera.isr(), Camera.combination());
    }

    @Override
    public List<MakeDark.Inputs> inputs() {
        return List.of(inputs(3), inputs(5));
    }

    private static MakeDark.Inputs inputs(int count) {
        return new MakeDark.Inputs(Camera.exposeOften(count, 300, 0), Optional.empty());
    }
}
