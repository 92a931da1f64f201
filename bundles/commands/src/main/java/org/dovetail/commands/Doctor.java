package org.dovetail.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.execution.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Tells of the environment: what there is, what does not work, what to do. */
final class Doctor implements Verb {

    private static final int MEGABYTE = 20; // bits
    private static final long LITTLE = 512; // MB, of memory or of temporary space

    @Override
    public String doc() {
        return "the environment: what works, what does not, what to do";
    }

    @Override
    public void declare(CommandSpec spec, Installation installation) {}

    @Override
    public int run(Line line, Session session) {
        Installation installation = session.installation().inFramework(); // not as recorded
        Table table = new Table();
        table.add("dovetail", installation.version());
        table.add("java", System.getProperty("java.version"), System.getProperty("java.home"));
        table.add(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"));
        Runtime runtime = Runtime.getRuntime();
        long memory = runtime.maxMemory() >> MEGABYTE;
        table.add("memory", memory + " MB", memory < LITTLE ? "little: raise with -Xmx" : "");
        table.add("cores", Integer.toString(runtime.availableProcessors()));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        table.add("temporary", space(temporary), temporary.toString());
        table.add("here", space(Path.of("")), Path.of("").toAbsolutePath().toString());
        Catalogue catalogue = installation.trees().catalogue();
        table.add("roles", Integer.toString(catalogue.roles().size()));
        table.add("algorithms", Integer.toString(catalogue.algorithms().size()));
        table.print(session.out(), "");
        Map<String, String> broken = Broken.all(installation, line.has("-v"));
        broken.forEach((name, reason) -> session.out().println("broken: " + name + ": " + reason));
        session.out()
                .println(
                        broken.isEmpty()
                                ? "everything that is installed can be used"
                                : broken.size()
                                        + " of what is installed cannot be used; the rest can");
        return broken.isEmpty() ? ExitCode.OK.code() : ExitCode.NO_PLUGIN.code();
    }

    private static String space(Path folder) {
        try {
            long free = Files.getFileStore(folder.toAbsolutePath()).getUsableSpace() >> MEGABYTE;
            String state = Files.isWritable(folder.toAbsolutePath()) ? "" : ", not writable";
            return free + " MB free" + (free < LITTLE ? " (little)" : "") + state;
        } catch (IOException e) {
            return "not known: " + e.getMessage();
        }
    }
}
