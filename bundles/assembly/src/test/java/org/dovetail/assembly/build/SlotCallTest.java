package org.dovetail.assembly.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.TreeMap;
import org.dovetail.assembly.Descriptions;
import org.dovetail.assembly.plan.TreeNode;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.Prepared;
import org.dovetail.task.TaskException;
import org.junit.jupiter.api.Test;

class SlotCallTest {

    /** A role whose work is done by what it prepares. */
    public interface Preparing {
        Working prepare(int base);
    }

    /** What is prepared. */
    @Prepared
    public interface Working {
        int work(int value);
    }

    private final SlotClock clock = new SlotClock();

    @Test
    void workOfWhatIsPreparedIsMeasuredAndSettingUpIsNot() {
        Working working = slot(base -> value -> base + value).prepare(40);
        assertEquals(0, clock.read().calls());
        assertEquals(42, working.work(2));
        assertEquals(43, working.work(3));
        assertEquals(2, clock.read().calls());
    }

    @Test
    void failureOfWhatIsPreparedReachesTheCallerUnchanged() {
        TaskException failure = new TaskException(ErrorCode.ALGORITHM_FAILED, "no");
        Working working = slot(base -> value -> {
                    throw failure;
                })
                .prepare(1);
        assertEquals(failure, assertThrows(TaskException.class, () -> working.work(1)));
        assertEquals(1, clock.read().calls());
    }

    private Preparing slot(Preparing real) {
        TreeNode node = new TreeNode(
                "task.measurements[0]",
                "measurements",
                Descriptions.algorithms().get(0),
                List.of(),
                new TreeMap<>(),
                List.of());
        return (Preparing) SlotCall.around(Preparing.class, real, node, clock);
    }
}
