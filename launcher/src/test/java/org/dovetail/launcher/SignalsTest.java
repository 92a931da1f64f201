package org.dovetail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Signals that this process sends to itself. */
@SuppressWarnings("try") // the signals act by being there
class SignalsTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);

    @Test
    void workThatDoesNotHearTheFirstTimeIsAskedAgain() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        try (Signals signals = new Signals(asked::countDown, err)) {
            raise("TERM");
            assertTrue(asked.await(1, TimeUnit.MINUTES), () -> asked.getCount() + " times left");
        }
        assertEquals(
                "dovetail: finishing what is in flight; Ctrl-C again aborts"
                        + System.lineSeparator(),
                told.toString(StandardCharsets.UTF_8));
    }

    @Test
    void userIsToldWhenTheEndWasAskedFor() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch heard = new CountDownLatch(1);
        PrintStream late = new PrintStream(told) {
            @Override
            public void println(String line) {
                super.println(asked.getCount() + " " + line);
                heard.countDown();
            }
        };
        try (Signals signals = new Signals(asked::countDown, late)) {
            raise("INT");
            assertTrue(heard.await(1, TimeUnit.MINUTES));
        }
        assertTrue(told.toString(StandardCharsets.UTF_8).startsWith("0 dovetail: finishing"));
    }

    /** By reflection, as there. */
    private static void raise(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Object which = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("raise", signal).invoke(null, which);
    }
}
