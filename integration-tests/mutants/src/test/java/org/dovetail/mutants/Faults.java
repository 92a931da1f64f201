package org.dovetail.mutants;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.dovetail.image.Image;
import org.dovetail.image.Mask;
import org.dovetail.task.ErrorCode;
import org.dovetail.task.TaskException;

/** Faults that have nothing to do with what a role is about. */
final class Faults {

    private static final ConcurrentLinkedQueue<Thread> STRAYS = new ConcurrentLinkedQueue<>();

    private Faults() {}

    static Fault returnsNull() {
        return (right, arguments) -> null;
    }

    static Fault fails(RuntimeException failure) {
        return (right, arguments) -> {
            throw failure;
        };
    }

    static Fault takesNoNoticeOfInterruption() {
        return (right, arguments) -> {
            Thread.interrupted();
            return right.with(arguments);
        };
    }

    static Fault keepsTheInterruptionFromItsCaller() {
        return (right, arguments) -> {
            try {
                return right.with(arguments);
            } catch (TaskException e) {
                if (e.code() == ErrorCode.INTERRUPTED) {
                    Thread.interrupted();
                }
                throw e;
            }
        };
    }

    static Fault leavesAThreadBehind() {
        return (right, arguments) -> {
            Thread stray = new Thread(() -> sleep(600_000), "stray");
            stray.setDaemon(true);
            stray.start();
            STRAYS.add(stray);
            return right.with(arguments);
        };
    }

    /** Ends the threads that mutants left behind. */
    static void endStrays() {
        for (Thread stray = STRAYS.poll(); stray != null; stray = STRAYS.poll()) {
            stray.interrupt();
        }
    }

    /** A cache without a key. */
    static Fault givesItsFirstAnswerAgain() {
        AtomicReference<Object> first = new AtomicReference<>();
        return (right, arguments) -> {
            if (first.get() == null) {
                first.compareAndSet(null, right.with(arguments));
            }
            return first.get();
        };
    }

    /** A field where a local variable should be: another thread's call overwrites it. */
    static Fault keepsItsArgumentsInAField() {
        Thread maker = Thread.currentThread();
        AtomicReference<Object[]> field = new AtomicReference<>();
        return (right, arguments) -> {
            field.set(arguments);
            if (Thread.currentThread() != maker) {
                sleep(100); // time for others to come
            }
            return right.with(field.get());
        };
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Fault rewrites(Rewrite rewrite) {
        return (right, arguments) -> rewrite.apply(right.with(arguments));
    }

    /** Wraps an array that it writes to again at the next call; each thread has its own. */
    static Fault givesOutItsBuffers() {
        ThreadLocal<Map<Integer, Object>> buffers = ThreadLocal.withInitial(HashMap::new);
        return (right, arguments) -> {
            List<Object> used = new ArrayList<>();
            Rewrite rewrite = new Rewrite(
                    image -> {
                        float[] pixels = image.toArray();
                        float[] buffer = buffer(buffers.get(), used, pixels, pixels.length);
                        System.arraycopy(pixels, 0, buffer, 0, pixels.length);
                        return Image.wrap(image.width(), image.height(), buffer);
                    },
                    mask -> {
                        int[] pixels = mask.toArray();
                        int[] buffer = buffer(buffers.get(), used, pixels, pixels.length);
                        System.arraycopy(pixels, 0, buffer, 0, pixels.length);
                        return Mask.wrap(mask.width(), mask.height(), mask.planes(), buffer);
                    });
            return rewrite.apply(right.with(arguments));
        };
    }

    /** Returns the array that was given out at this place in the call before, if it fits. */
    @SuppressWarnings("unchecked")
    private static <A> A buffer(
            Map<Integer, Object> kept, List<Object> used, A pixels, int length) {
        Object old = kept.get(used.size());
        boolean fits = old != null
                && old.getClass() == pixels.getClass()
                && Array.getLength(old) == length;
        A buffer = fits ? (A) old : pixels;
        kept.put(used.size(), buffer);
        used.add(buffer);
        return buffer;
    }
}
