package org.dovetail.plugin.extraction;

import java.util.List;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.plugin.background.mesh.MeshBackground;
import org.dovetail.plugin.detection.ThresholdDetector;
import org.dovetail.plugin.measurement.IsophotalCentroid;
import org.dovetail.plugin.smoothing.GaussianSmoother;
import org.dovetail.task.Configs;
import org.dovetail.testkit.CompositeTests;
import org.dovetail.testkit.Skies;
import org.dovetail.testkit.Slots;
import org.dovetail.testkit.extraction.SourceExtractorTests;
import org.dovetail.testkit.pipeline.PipelineTaskTests;

class ExtractSourcesTest
        implements PipelineTaskTests<ExtractSources.Inputs, ExtractSources.Outputs>,
                CompositeTests<PipelineTask<ExtractSources.Inputs, ExtractSources.Outputs>> {

    private static StandardExtractor extraction() {
        return new StandardExtractor(
                new MeshBackground(Configs.of(MeshBackground.Config.class)),
                new ThresholdDetector(
                        Configs.of(ThresholdDetector.Config.class),
                        new GaussianSmoother(Configs.of(GaussianSmoother.Config.class))),
                List.of(new IsophotalCentroid(Configs.of(IsophotalCentroid.Config.class))));
    }

    @Override
    public ExtractSources task() {
        return new ExtractSources(extraction());
    }

    @Override
    public Slots<ExtractSources> slots() {
        return Slots.of(ExtractSources.class, extraction());
    }

    @Override
    public List<ExtractSources.Inputs> inputs() {
        return List.of(inputs(1), inputs(2));
    }

    private static ExtractSources.Inputs inputs(long seed) {
        return new ExtractSources.Inputs(SourceExtractorTests.exposure(
                Skies.seeded(seed).size(128, 128).stars(9).build().image()));
    }
}
