package org.dovetail.integration.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.Socket;
import java.security.ProtectionDomain;

/** The side of {@link Hold} in the program that is held up: a Java agent, in a jar of its own. */
public final class HoldAgent implements ClassFileTransformer {

    private final String type;
    private final int port;

    private HoldAgent(String type, int port) {
        this.type = type;
        this.port = port;
    }

    /** Begins to look at classes; the argument is {@code org/a/B@port}. */
    public static void premain(String argument, Instrumentation instrumentation) {
        String[] parts = argument.split("@");
        instrumentation.addTransformer(new HoldAgent(parts[0], Integer.parseInt(parts[1])));
    }

    @Override
    public byte[] transform(
            ClassLoader loader,
            String name,
            Class<?> before,
            ProtectionDomain domain,
            byte[] bytes) {
        if (type.equals(name)) {
            try (Socket test = new Socket(InetAddress.getLoopbackAddress(), port)) {
                test.getInputStream().read(); // until the test ends the connection
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return null; // as it is
    }
}
