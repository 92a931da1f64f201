package org.dovetail.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void nothingWrongIsNothingSaid() {
        new Checks().require(1 < 2, "1 must be < 2").done();
        assertEquals(Optional.of(3), new Checks().attempt(() -> 3, "three"));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Checks checks = new Checks()
                .require(2 < 1, "low must be < high, were 2 and 1", "low", "high")
                .require(true, "this holds", "low");
        Optional<Integer> none = checks.attempt(
                () -> {
                    throw new IllegalArgumentException("no such filter");
                },
                "smoothing");
        assertEquals(Optional.empty(), none);
        checks.attempt(
                () -> {
                    throw new TaskException(ErrorCode.INVALID_CONFIGURATION, "column x is missing");
                },
                "measurements[1]");
        TaskException e = assertThrows(TaskException.class, checks::done);
        assertEquals(ErrorCode.INVALID_CONFIGURATION, e.code());
        assertEquals(
                "low must be < high, were 2 and 1; no such filter; column x is missing",
                e.getMessage());
        assertEquals(
                List.of(List.of("low", "high"), List.of("smoothing"), List.of("measurements[1]")),
                e.mistakes().stream().map(TaskException.Mistake::about).toList());
    }

    @Test
    void failureOfAnotherKindIsPassedOn() {
        TaskException failure = new TaskException(ErrorCode.RESOURCE_EXHAUSTED, "no memory");
        assertSame(
                failure,
                assertThrows(
                        TaskException.class,
                        () -> new Checks().attempt(() -> {
                            throw failure;
                        })));
        assertThrows(
                IllegalStateException.class,
                () -> new Checks().attempt(() -> {
                    throw new IllegalStateException("a bug");
                }));
    }

    @Test
    void failureCrossesAWireWithoutItsMistakes() throws Exception {
        TaskException e = assertThrows(
                TaskException.class,
                () -> new Checks().require(false, "wrong", "a").done());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TaskException read = (TaskException) in.readObject();
            assertEquals("wrong", read.getMessage());
            assertEquals(List.of(), read.mistakes());
        }
    }
}
