package org.dovetail.assembly.build;

import jdk.jfr.FlightRecorder;

import org.jspecify.annotations.Nullable;

/**
 * Reports calls to the flight recorder, where Java has one.
 *
 * <p>Until a first recording begins, {@link CallEvent} is not touched: to make it known to the
 * recorder takes a tenth of a second, more than some commands do.
 */
final class Recorder {

    private static final boolean PRESENT = isPresent();

    private Recorder() {}

    /** Begins a call; returns what {@link #end} takes. */
    static @Nullable Object begin(String path, String algorithm) {
        if (!PRESENT || !FlightRecorder.isInitialized()) {
            return null;
        }
        CallEvent event = new CallEvent(path, algorithm);
        event.begin();
        return event;
    }

    static void end(@Nullable Object call) {
        if (call != null) {
            ((CallEvent) call).commit();
        }
    }

    private static boolean isPresent() {
        try {
            FlightRecorder.isInitialized();
            return true;
        } catch (LinkageError e) { // a Java without jdk.jfr
            return false;
        }
    }
}
