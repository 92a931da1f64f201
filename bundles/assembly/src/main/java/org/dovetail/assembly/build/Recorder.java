package org.dovetail.assembly.build;

/** Reports calls to the flight recorder, where Java has one. */
final class Recorder {

    private static final boolean PRESENT = isPresent();

    private Recorder() {}

    /** Begins a call; returns what {@link #end} takes. */
    static Object begin(String path, String algorithm) {
        if (!PRESENT) {
            return path;
        }
        CallEvent event = new CallEvent(path, algorithm);
        event.begin();
        return event;
    }

    static void end(Object call) {
        if (PRESENT) {
            ((CallEvent) call).commit();
        }
    }

    private static boolean isPresent() {
        try {
            new CallEvent("", "").begin();
            return true;
        } catch (LinkageError e) { // a Java without jdk.jfr
            return false;
        }
    }
}
