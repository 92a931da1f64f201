package org.dovetail.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dovetail.task.ErrorCode;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void codesAreThoseOfTheContract() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 20, 21, 75, 76),
                Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
    }

    @Test
    void everyErrorHasACode() {
        for (ErrorCode error : ErrorCode.values()) {
            assertTrue(ExitCode.of(error).code() >= 0);
        }
    }

    @Test
    void unknownNumberHasNone() {
        assertEquals(Optional.empty(), ExitCode.of(7));
    }
}
