package org.dovetail.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that this process sends to itself. */
@SuppressWarnings("try") // the signals act by being there
class SignalsTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP"})
    void workThatDoesNotHearTheFirstTimeIsAskedAgain(String name) throws Exception {
        assumeFalse(name.equals("HUP") && isHangUpIgnored(), "these tests were begun by nohup");
        CountDownLatch asked = new CountDownLatch(3);
        try (Signals signals = new Signals(asked::countDown, err)) {
            raise(name);
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

    /** Whoever is not on Linux has not begun the tests by nohup. */
    private static boolean isHangUpIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readString(status)
                        .lines()
                        .anyMatch(line -> line.matches(
                                "SigIgn:\\s*[0-9a-f]*[13579bdf]")); // the lowest bit: HUP
    }

    /** By reflection, as there. */
    private static void raise(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Object which = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("raise", signal).invoke(null, which);
    }
}
