package org.dovetail.integration.tests;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Holds up the packaged program where it first needs a class, so that a test has all the time that
 * it takes.
 */
final class Hold implements AutoCloseable {

    private static final int TICK = 100; // milliseconds

    private final ServerSocket server;
    private final Path jar;
    private final String type;
    private Socket held = new Socket();

    /**
     * Prepares to hold up a program.
     *
     * @param folder where the agent goes
     * @param type the class
     */
    Hold(Path folder, String type) throws IOException {
        this.type = type;
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(TICK);
        jar = folder.resolve("hold.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", HoldAgent.class.getName());
        String name = HoldAgent.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = HoldAgent.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
    }

    /** Returns the option with which the program's JVM has to start. */
    String option() {
        return "-javaagent:" + jar + "=" + type.replace('.', '/') + "@" + server.getLocalPort();
    }

    /** Waits until the program needs the class, and cannot go on. */
    void awaitHeld(Program.Running running) throws IOException {
        while (!held.isConnected()) {
            try {
                held = server.accept();
            } catch (SocketTimeoutException e) {
                if (!running.process().isAlive()) {
                    throw new AssertionError("it ended without " + type + ": " + running.await());
                }
            }
        }
    }

    /** Lets it go on. */
    void goOn() throws IOException {
        held.close();
    }

    @Override
    public void close() throws IOException {
        held.close();
        server.close();
    }
}
