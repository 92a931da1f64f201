package org.dovetail.mutants;

import static org.dovetail.mutants.Killer.statement;
import static org.dovetail.mutants.Killer.tests;

import java.util.ArrayList;
import java.util.List;
import org.dovetail.image.CalibrationFrame;
import org.dovetail.image.Image;
import org.dovetail.image.RawExposure;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.pipeline.PipelineTaskContract;
import org.dovetail.plugin.calibration.MakeBias;
import org.dovetail.plugin.combination.ClippedMean;
import org.dovetail.task.Configs;
import org.dovetail.testkit.Images;
import org.dovetail.testkit.isr.RawData;
import org.dovetail.testkit.pipeline.PipelineTaskTests;

class PipelineTaskMutantsTest implements RoleMutants<PipelineTask<MakeBias.Inputs, Record>> {

    /** An output without a declaration. */
    public record Undeclared(CalibrationFrame bias) {}

    static class Kit implements PipelineTaskTests<MakeBias.Inputs, Record> {

        @Override
        public PipelineTask<MakeBias.Inputs, Record> task() {
            return Subject.get();
        }

        @Override
        public List<MakeBias.Inputs> inputs() {
            return List.of(new MakeBias.Inputs(raw(3)), new MakeBias.Inputs(raw(4)));
        }
    }

    @Override
    public MutantTable<PipelineTask<MakeBias.Inputs, Record>> table() {
        return MutantTable.of(role(), PipelineTaskContract::new)
                .right(PipelineTaskMutantsTest::bias)
                .kit(Kit.class)
                .mayNotBeNone("It is what is asked for.")
                .call(task -> task.run(new MakeBias.Inputs(raw(3))))
                .mutant(
                        Flaw.CHANGES_INPUT,
                        "takes an exposure off the list",
                        right -> inputs -> {
                            Record outputs = right.run(inputs);
                            inputs.raw().remove(0);
                            return outputs;
                        },
                        statement("a list of inputs was changed"))
                .mutant(
                        Flaw.WRONG_SHAPE,
                        "leaves an output out",
                        right -> inputs -> new Undeclared(null),
                        statement("output 'bias' is null"))
                .mutant(
                        Flaw.WRONG_COLUMN,
                        "does not declare an output",
                        right -> inputs ->
                                new Undeclared(((MakeBias.Outputs) right.run(inputs)).bias()),
                        tests("everyDatasetIsDeclaredAndSaysWhatItIs"))
                .mutant(
                        Flaw.DEPENDS_ON_CALLS,
                        "makes the same of all inputs",
                        right -> inputs -> right.run(new MakeBias.Inputs(raw(3))),
                        tests("everyInputGivesEveryOutput"))
                .excluded(Flaw.IGNORES_MASK, Reasons.GENERIC)
                .excluded(Flaw.WRONG_UNIT, Reasons.GENERIC)
                .excluded(Flaw.LEAKS_NAN, Reasons.GENERIC)
                .excluded(Flaw.OFF_BY_ONE_PIXEL, Reasons.GENERIC)
                .memory()
                .buffers()
                .interruption()
                .common();
    }

    @SuppressWarnings("unchecked") // a class literal has no type arguments
    private static Class<PipelineTask<MakeBias.Inputs, Record>> role() {
        return (Class<PipelineTask<MakeBias.Inputs, Record>>) (Class<?>) PipelineTask.class;
    }

    private static PipelineTask<MakeBias.Inputs, Record> bias() {
        MakeBias task = new MakeBias(
                Configs.of(MakeBias.Config.class),
                Trees.isr(),
                new ClippedMean(Configs.of(ClippedMean.Config.class)));
        return task::run;
    }

    static List<RawExposure> raw(int count) {
        List<RawExposure> raw = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Image data = Images.noise(i, 16, 12, 1000, 5);
            raw.add(RawData.exposure("r" + i, 0, data, Images.noise(i + 50, 8, 12, 1000, 5)));
        }
        return raw;
    }
}
