package org.dovetail.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/**
 * The record of what is installed, by which verbs that only look do without a framework; called by
 * reflection, as the {@linkplain CommandsService commands} are, and absent where the commands are
 * not on the class path.
 *
 * <p>{@code lib/warm-up} has it made; it is used as long as all jars are the same, and so is the
 * Java.
 *
 * @param records an {@code org.dovetail.commands.Records}
 */
record InstalledRecord(Object records) {

    /** The system property with which {@code lib/warm-up} has the record made. */
    static final String MAKE = "dovetail.record";

    private static final String RECORDS = "org.dovetail.commands.Records";

    /** Returns the record; nothing if there is none of what is installed now. */
    static Optional<InstalledRecord> read(Home home) throws IOException {
        try {
            Optional<?> records = (Optional<?>) Class.forName(RECORDS)
                    .getMethod("read", Path.class, String.class)
                    .invoke(null, file(home), state(home));
            return records.map(InstalledRecord::new);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw unfit(e);
        }
    }

    /** Makes the record, if everything that is installed can be used. */
    static void make(Home home, Container container) throws IOException {
        try {
            Class.forName(RECORDS)
                    .getMethod(
                            "make",
                            Path.class,
                            String.class,
                            BundleContext.class,
                            List.class,
                            List.class)
                    .invoke(
                            null,
                            file(home),
                            state(home),
                            container.context(),
                            container.plugins(),
                            Needed.by(container).stream()
                                    .map(jar -> home.folder().relativize(jar).toString())
                                    .toList());
        } catch (InvocationTargetException e) {
            throw new IOException("cannot write " + file(home), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unfit(e);
        }
    }

    /** Returns the bundles of the platform that are enough for runs; nothing if all are needed. */
    Optional<List<String>> enough() {
        try {
            Optional<?> enough =
                    (Optional<?>) records.getClass().getMethod("enough").invoke(records);
            return enough.map(
                    bundles -> ((List<?>) bundles).stream().map(String::valueOf).toList());
        } catch (ReflectiveOperationException e) {
            throw unfit(e);
        }
    }

    /** Returns the commands, which ask for a framework when they need one. */
    CommandsService commands(Supplier<BundleContext> framework) {
        try {
            Object commands = records.getClass()
                    .getMethod("commands", String.class, Supplier.class)
                    .invoke(records, Texts.release(), framework);
            return new CommandsService(Class.forName(CommandsService.NAME), commands);
        } catch (ReflectiveOperationException e) {
            throw unfit(e);
        }
    }

    private static Path file(Home home) {
        String name = System.getProperty("java.version") + ".catalogue";
        return home.folder().resolve("lib/archive").resolve(name);
    }

    private static String state(Home home) throws IOException {
        StringBuilder state = new StringBuilder();
        state.append(Runtime.version()).append('\n');
        append(state, home, home.bundles(""));
        append(state, home, home.plugins());
        return state.toString();
    }

    /** Paths inside of the installation are relative to it, since it can be moved. */
    private static void append(StringBuilder state, Home home, List<Path> jars) throws IOException {
        for (Path jar : jars) {
            state.append(jar.startsWith(home.folder()) ? home.folder().relativize(jar) : jar)
                    .append(' ')
                    .append(JarChecksum.of(jar))
                    .append('\n');
        }
    }

    private static IllegalStateException unfit(ReflectiveOperationException e) {
        return new IllegalStateException("the commands do not fit this launcher", e);
    }
}
