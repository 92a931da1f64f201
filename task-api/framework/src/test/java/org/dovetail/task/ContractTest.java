package org.dovetail.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ContractTest {

    private final Contract contract = new Contract("background (mesh 1.0.0)");

    @Test
    void callerIsBlamedForWhatItOwes() {
        TaskException e = assertThrows(
                TaskException.class, () -> contract.require(false, () -> "width was 0 pixels"));
        assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
        assertEquals(
                "the caller of background (mesh 1.0.0) broke the contract: width was 0 pixels",
                e.getMessage());
    }

    @Test
    void algorithmIsBlamedForWhatItOwes() {
        TaskException e = assertThrows(
                TaskException.class, () -> contract.ensure(false, () -> "sigma was -1.0"));
        assertEquals("background (mesh 1.0.0) broke the contract: sigma was -1.0", e.getMessage());
    }

    @Test
    void messageIsMadeOnlyWhenNeeded() {
        contract.ensure(true, () -> {
            throw new AssertionError("made a message that nobody reads");
        });
        contract.require(true, () -> {
            throw new AssertionError("made a message that nobody reads");
        });
    }

    @Test
    void failureThatTheRoleDoesNotDeclareIsTheAlgorithms() {
        TaskException failure = new TaskException(ErrorCode.NO_WORK, "nothing to do");
        assertEquals(failure, failureOf(failure, ErrorCode.NO_WORK));
        TaskException e = failureOf(failure, ErrorCode.NO_USABLE_PIXELS);
        assertEquals(
                "background (mesh 1.0.0) broke the contract: it failed with NO_WORK, which its role"
                        + " does not declare: nothing to do",
                e.getMessage());
    }

    @Test
    void bugInTheAlgorithmIsTheAlgorithmsAndKeepsItsCause() {
        RuntimeException bug = new IllegalStateException("no box");
        TaskException e = failureOf(bug);
        assertEquals(ErrorCode.BROKEN_CONTRACT, e.code());
        assertEquals(
                "background (mesh 1.0.0) broke the contract: it failed with"
                        + " java.lang.IllegalStateException: no box, which no role declares",
                e.getMessage());
        assertEquals(bug, e.getCause());
    }

    @Test
    void interruptionIsEveryRolesToPassOn() {
        TaskException failure = new TaskException(ErrorCode.INTERRUPTED, "interrupted");
        assertEquals(failure, failureOf(failure));
    }

    @Test
    void resultOfNullIsTheAlgorithms() {
        TaskException e = assertThrows(TaskException.class, () -> contract.call(() -> null));
        assertEquals(
                "background (mesh 1.0.0) broke the contract: the result is null", e.getMessage());
    }

    private TaskException failureOf(RuntimeException failure, ErrorCode... declared) {
        return assertThrows(
                TaskException.class,
                () -> contract.run(
                        () -> {
                            throw failure;
                        },
                        declared));
    }

    @Test
    void interruptedThreadStops() {
        Interruption.check("testing");
        Thread.currentThread().interrupt();
        try {
            TaskException e =
                    assertThrows(TaskException.class, () -> Interruption.check("testing"));
            assertEquals(ErrorCode.INTERRUPTED, e.code());
            assertEquals("interrupted while testing", e.getMessage());
        } finally {
            assertEquals(true, Thread.interrupted()); // the flag was kept
        }
    }
}
