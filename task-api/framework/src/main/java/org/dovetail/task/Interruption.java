package org.dovetail.task;

/**
 * Lets a long computation end when its thread is interrupted.
 *
 * @since 1.0
 */
public final class Interruption {

    private Interruption() {}

    /**
     * Fails if the current thread is interrupted; to be called once per row, tile or frame. The
     * thread stays interrupted.
     *
     * @param what what is being done, such as {@code estimating the background}
     * @throws TaskException with {@code INTERRUPTED} if the thread is interrupted
     */
    public static void check(String what) {
        if (Thread.currentThread().isInterrupted()) {
            throw new TaskException(ErrorCode.INTERRUPTED, "interrupted while " + what);
        }
    }
}
