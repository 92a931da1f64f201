package org.dovetail.testkit.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.dovetail.data.ContentDigest;
import org.dovetail.pipeline.Input;
import org.dovetail.pipeline.Output;
import org.dovetail.pipeline.PipelineTask;
import org.dovetail.pipeline.PipelineTaskContract;
import org.dovetail.task.Contract;
import org.dovetail.testkit.Call;
import org.dovetail.testkit.InterruptibleTests;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PipelineTask} must do; the test class of a plugin implements it.
 *
 * @param <I> the record of inputs
 * @param <O> the record of outputs
 */
public interface PipelineTaskTests<I extends Record, O extends Record>
        extends InterruptibleTests<PipelineTask<I, O>> {

    /** Returns the task to test. */
    PipelineTask<I, O> task();

    /** Returns two inputs or more that give different outputs. */
    List<I> inputs();

    @Override
    default PipelineTask<I, O> algorithm() {
        return task();
    }

    @Override
    default List<Call<PipelineTask<I, O>>> calls() {
        return inputs().stream().map(PipelineTaskTests::<I, O>call).toList();
    }

    private static <I extends Record, O extends Record> Call<PipelineTask<I, O>> call(I inputs) {
        return task -> {
            O outputs = task.run(inputs);
            return () -> ContentDigest.of(outputs);
        };
    }

    /** Returns the task, checked. */
    default PipelineTask<I, O> checked() {
        return new PipelineTaskContract<>(task(), new Contract("the task"));
    }

    @Test
    default void everyDatasetIsDeclaredAndSaysWhatItIs() {
        I inputs = inputs().get(0);
        for (RecordComponent component : inputs.getClass().getRecordComponents()) {
            Input input = component.getAnnotation(Input.class);
            assertNotNull(input, () -> "input '" + component.getName() + "' has no @Input");
            assertFalse(input.doc().isBlank(), component::getName);
        }
        for (RecordComponent component : checked().run(inputs).getClass().getRecordComponents()) {
            Output output = component.getAnnotation(Output.class);
            assertNotNull(output, () -> "output '" + component.getName() + "' has no @Output");
            assertFalse(output.doc().isBlank(), component::getName);
        }
    }

    @Test
    default void oneInputIsPrimary() {
        long primary = Arrays.stream(inputs().get(0).getClass().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Input.class))
                .filter(component -> component.getAnnotation(Input.class).primary())
                .count();
        assertEquals(1, primary);
    }

    @Test
    default void everyInputGivesEveryOutput() {
        long different = inputs().stream()
                .map(inputs -> ContentDigest.of(checked().run(inputs)))
                .distinct()
                .count();
        assertEquals(inputs().size(), different);
    }
}
