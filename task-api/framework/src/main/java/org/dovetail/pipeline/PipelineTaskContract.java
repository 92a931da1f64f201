package org.dovetail.pipeline;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dovetail.task.Contract;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/**
 * Checks that a pipeline task gets and gives every dataset that its types declare, leaves the lists
 * of its inputs alone and fails only as its role says.
 *
 * @param <I> the record of inputs
 * @param <O> the record of outputs
 * @since 1.0
 */
public final class PipelineTaskContract<I extends Record, O extends Record>
        implements PipelineTask<I, O> {

    private static final ErrorCode[] DECLARED = {
        ErrorCode.INVALID_CONFIGURATION,
        ErrorCode.UNREADABLE_INPUT,
        ErrorCode.INCOMPLETE_INPUT,
        ErrorCode.MISMATCHED_INPUT,
        ErrorCode.NO_USABLE_PIXELS,
        ErrorCode.NO_WORK,
        ErrorCode.ALGORITHM_FAILED
    };

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
        List<List<Object>> before = lists(inputs);
        O outputs = contract.call(() -> real.run(inputs), DECLARED);
        contract.ensure(before.equals(lists(inputs)), () -> "a list of inputs was changed");
        for (RecordComponent component : outputs.getClass().getRecordComponents()) {
            contract.ensure(
                    Objects.nonNull(value(component, outputs)),
                    () -> "output '" + component.getName() + "' is null");
        }
        return outputs;
    }

    /** Datasets do not change; the lists that hold them may, and are copied here by reference. */
    private static List<List<Object>> lists(Record inputs) {
        List<List<Object>> lists = new ArrayList<>();
        for (RecordComponent component : inputs.getClass().getRecordComponents()) {
            if (value(component, inputs) instanceof List<?> list) {
                lists.add(List.copyOf(list));
            }
        }
        return lists;
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
