package org.dovetail.mutants;

import java.util.List;
import java.util.stream.Stream;

/** The tables of all roles. */
final class Tables {

    private Tables() {}

    static List<MutantTable<?>> all() {
        return Stream.<RoleMutants<?>>of(
                        new OverscanMutantsTest(),
                        new SaturationMutantsTest(),
                        new AssemblyMutantsTest(),
                        new DefectsMutantsTest(),
                        new BiasMutantsTest(),
                        new VarianceMutantsTest(),
                        new DarkMutantsTest(),
                        new FlatMutantsTest(),
                        new InstrumentSignatureMutantsTest(),
                        new CosmicRaysMutantsTest(),
                        new InterpolationMutantsTest(),
                        new BackgroundMutantsTest(),
                        new SmoothingMutantsTest(),
                        new DetectionMutantsTest(),
                        new MeasurementMutantsTest(),
                        new ExtractionMutantsTest(),
                        new CombinationMutantsTest(),
                        new SimulationMutantsTest(),
                        new PipelineTaskMutantsTest())
                .<MutantTable<?>>map(RoleMutants::table)
                .toList();
    }
}
