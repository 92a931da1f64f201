package org.dovetail.pipeline;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Checks that a pipeline task gets and gives every dataset that its types declare.
 *
 * @param <I> the record of inputs
 * @param <O> the record of outputs
 * @since 1.0
 */
public final class PipelineTaskContract<I extends Record, O extends Record>
        implements PipelineTask<I, O> {

    private final PipelineTask<I, O> real;
    private final Contract contract;

    /**
     * Wraps a task.
     *
     * @param real the task to check
     * @param contract names the task in messages
     */
    public PipelineTaskContract(PipelineTask<I, O> real, Contract contract) {
        this.real = real;
        this.contract = contract;
    }

    @Override
    public O run(I inputs) {
        for (RecordComponent component : inputs.getClass().getRecordComponents()) {
            contract.require(
                    Objects.nonNull(value(component, inputs)),
                    () -> "input '" + component.getName() + "' is null");
        }
        O outputs = real.run(inputs);
        contract.ensure(Objects.nonNull(outputs), () -> "the outputs are null");
        for (RecordComponent component : outputs.getClass().getRecordComponents()) {
            contract.ensure(
                    Objects.nonNull(value(component, outputs)),
                    () -> "output '" + component.getName() + "' is null");
        }
        return outputs;
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new TaskException(
                    ErrorCode.INTERNAL_ERROR,
                    "cannot read component '" + component.getName() + "' of "
                            + record.getClass().getName() + "; is the record public?",
                    e);
        }
    }
}
