package org.dovetail.pipeline;

import org.dovetail.task.Role;
import org.dovetail.task.TaskException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns a record of input datasets into a record of output datasets.
 *
 * <p><b>Input.</b> A record whose components each carry {@link Input}. A component is one dataset
 * ({@code RawExposure}), an optional one ({@code Optional<CalibrationFrame>}) or several ({@code
 * List<RawExposure>}). Just one component is the {@linkplain Input#primary() primary} one: a run
 * makes a quantum for each primary dataset or, where the primary component is a list, one for all.
 *
 * <p><b>Output.</b> A record whose components each carry {@link Output}: one dataset or an
 * optional one.
 *
 * <p><b>Guarantees.</b> Equal inputs give equal outputs, bit for bit. Inputs are not changed. The
 * method reads and writes no file: the runtime derives reading and writing from the types.
 *
 * <p><b>Threads.</b> A task does not change once built; any number of threads may call it.
 *
 * @param <I> the record of inputs; public, as is its canonical constructor
 * @param <O> the record of outputs; public
 * @since 1.0
 */
@Role(
        value = "pipeline-task",
        doc = "Turns input datasets into output datasets; what `run` runs",
        contract = PipelineTaskContract.class)
@ConsumerType
public interface PipelineTask<I extends Record, O extends Record> {

    /**
     * Runs the task on one quantum.
     *
     * @param inputs the datasets to read; only read
     * @return the datasets made
     * @throws TaskException if the task cannot do its work on these inputs: with {@code
     *     INVALID_CONFIGURATION} if a setting does not go with them, with {@code UNREADABLE_INPUT},
     *     {@code INCOMPLETE_INPUT}, {@code MISMATCHED_INPUT}, {@code NO_USABLE_PIXELS}, {@code
     *     NO_WORK} or {@code ALGORITHM_FAILED}
     */
    O run(I inputs);
}
