package org.dovetail.plugin.processccd;

import java.util.List;
import java.util.Optional;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.plugin.background.mesh.MeshBackground;
import org.dovetail.plugin.cosmicrays.LaplacianRejector;
import org.dovetail.plugin.detection.ThresholdDetector;
import org.dovetail.plugin.interpolation.NeighborInterpolator;
import org.dovetail.plugin.simulator.SurveySimulator;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.role.simulation.Simulation;
import org.dovetail.task.Configs;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.pipeline.PipelineTaskTests;

class ProcessCcdContractTest
        implements PipelineTaskTests<ProcessCcd.Inputs, ProcessCcd.Outputs>,
                CompositeTests<PipelineTask<ProcessCcd.Inputs, ProcessCcd.Outputs>> {

    private static final Simulation SURVEY = new SurveySimulator(Configs.of(
                    SurveySimulator.Config.class, "width", 128, "height", 120, "exposures", 2))
            .simulate(7);

    @Override
    public ProcessCcd task() {
        return Trees.processCcd();
    }

    @Override
    public Slots<ProcessCcd> slots() {
        return Slots.of(
                ProcessCcd.class,
                Configs.of(ProcessCcd.Config.class),
                Trees.isr(),
                new LaplacianRejector(Configs.of(LaplacianRejector.Config.class)),
                new NeighborInterpolator(Configs.of(NeighborInterpolator.Config.class)),
                new MeshBackground(Configs.of(MeshBackground.Config.class)),
                new ThresholdDetector(
                        Configs.of(ThresholdDetector.Config.class),
                        new GaussianSmoother(Configs.of(GaussianSmoother.Config.class))),
                Trees.measurements());
    }

    @Override
    public List<ProcessCcd.Inputs> inputs() {
        return SURVEY.science().stream()
                .map(raw -> new ProcessCcd.Inputs(
                        raw, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList();
    }
}
