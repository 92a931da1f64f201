package org.dovetail.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.task.Contract;
import org.dovetail.task.TaskException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineTaskContractTest {

    /** What the task under test reads. */
    public record In(
            @Nullable @Input(value = "number", doc = "A number", primary = true)
            Integer number) {}

    /** What it makes. */
    public record Out(
            @Nullable @Output(value = "double", doc = "Twice the number")
            Integer twice) {}

    @Test
    void resultPassesThrough() {
        assertEquals(new Out(6), checked(in -> new Out(6)).run(new In(3)));
    }

    @Test
    void missingInputBlamesTheCaller() {
        TaskException e = assertThrows(
                TaskException.class, () -> checked(in -> new Out(6)).run(new In(null)));
        assertTrue(e.getMessage().startsWith("the caller of"), e.getMessage());
        assertTrue(e.getMessage().contains("input 'number' is null"), e.getMessage());
    }

    @Test
    void missingOutputBlamesTheTask() {
        TaskException e = assertThrows(
                TaskException.class, () -> checked(in -> new Out(null)).run(new In(3)));
        assertEquals("twice broke the contract: output 'twice' is null", e.getMessage());
    }

    private static PipelineTask<In, Out> checked(PipelineTask<In, Out> task) {
        return new PipelineTaskContract<>(task, new Contract("twice"));
    }
}
