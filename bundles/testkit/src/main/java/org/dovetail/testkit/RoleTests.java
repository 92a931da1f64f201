package org.dovetail.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What an algorithm of any role must do: be a function of its arguments.
 *
 * <p>The tests of each role extend this and say how to call an algorithm.
 *
 * @param <R> the role
 */
public interface RoleTests<R> {

    /** Returns the algorithm to test. */
    R algorithm();

    /** Returns two calls or more, whose results differ. */
    List<Call<R>> calls();

    /** Calls with an algorithm that was not called before; the same as {@link #calls} give. */
    private List<Object> expected() {
        List<Object> expected = new ArrayList<>();
        calls().forEach(call -> expected.add(call.on(algorithm()).get()));
        return expected;
    }

    @Test
    default void callsBeforeDoNotMatter() {
        List<Object> expected = expected();
        R shared = algorithm();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i), calls().get(i).on(shared).get(), "call " + i);
            }
        }
    }

    @Test
    default void resultsDoNotChangeLater() {
        R shared = algorithm();
        for (int i = 0; i < calls().size(); i++) {
            Supplier<?> result = calls().get(i).on(shared);
            int before = result.get().hashCode();
            calls().forEach(call -> call.on(shared));
            assertEquals(before, result.get().hashCode(), "result of call " + i);
        }
    }

    @Test
    default void threadsGetTheSameAnswers() throws InterruptedException, ExecutionException {
        List<Object> expected = expected();
        List<Call<R>> calls = calls();
        R shared = algorithm();
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 2; round++) {
                List<Future<?>> answers = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    Call<R> call = calls.get(i % calls.size());
                    answers.add(pool.submit(() -> {
                        await(start);
                        return call.on(shared).get();
                    }));
                }
                for (int i = 0; i < threads; i++) {
                    int number = i % calls.size();
                    assertEquals(expected.get(number), answers.get(i).get(), "call " + number);
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CyclicBarrier barrier)
            throws InterruptedException, BrokenBarrierException {
        barrier.await();
    }

    @Test
    default void noThreadIsLeftBehind() throws InterruptedException {
        R algorithm = algorithm();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        calls().forEach(call -> call.on(algorithm).get());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !ofTheMachine(thread)) {
                thread.join(500); // one that ends by itself was not left behind
                assertTrue(!thread.isAlive(), () -> "left a thread behind: " + thread.getName());
            }
        }
    }

    private static boolean ofTheMachine(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || group.getParent() == null; // ended, or the system's own
    }
}
