package org.dovetail.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

/**
 * What an algorithm of any role must do that works on pixels or sources: end when it is told to.
 *
 * @param <R> the role
 */
public interface InterruptibleTests<R> extends RoleTests<R> {

    @Test
    default void interruptionEndsTheWork() {
        R algorithm = algorithm();
        Call<R> call = calls().get(0);
        Thread.currentThread().interrupt();
        try {
            TaskException e = assertThrows(
                    TaskException.class,
                    () -> call.on(algorithm),
                    "it went on though its thread was interrupted: call Interruption.check in long loops");
            assertEquals(ErrorCode.INTERRUPTED, e.code());
            assertTrue(
                    Thread.currentThread().isInterrupted(),
                    "whoever called must see the interruption, too");
        } finally {
            Thread.interrupted();
        }
    }
}
