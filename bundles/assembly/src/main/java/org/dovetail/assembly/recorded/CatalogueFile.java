package org.dovetail.assembly.recorded;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dovetail.assembly.catalogue.AlgorithmDescription;
import org.dovetail.assembly.catalogue.Catalogue;
import org.dovetail.assembly.catalogue.RoleDescription;

/**
 * Keeps a catalogue in a file, together with what it was made from.
 *
 * <p>A file that was made from something else, or cannot be read, counts as absent: whoever asks
 * then looks at what is installed, as if there were no file.
 *
 * @param file the file
 * @param state what the catalogue depends on, such as names, sizes and times of all jars
 * @since 1.0
 */
public record CatalogueFile(Path file, String state) {

    private static final int FORMAT = 3;

    /** What is in the file. */
    record Content(
            Optional<Lean> lean, List<RoleDescription> roles, List<AlgorithmRecord> algorithms) {}

    /**
     * What was installed.
     *
     * @param catalogue the roles and the algorithms
     * @param lean what is enough for a run, if not all is needed
     */
    public record Recorded(Catalogue catalogue, Optional<Lean> lean) {}

    /**
     * Writes a catalogue, whole or not at all.
     *
     * @param installed what is installed
     * @return whether it was written: not if something that is installed cannot be used, since the
     *     reason may lie outside of what the state tells
     * @throws IOException if the file cannot be written
     */
    public boolean write(Recorded installed) throws IOException {
        Catalogue catalogue = installed.catalogue();
        if (!catalogue.allRejections().isEmpty()) {
            return false;
        }
        List<AlgorithmRecord> algorithms = new ArrayList<>();
        for (AlgorithmDescription algorithm : catalogue.algorithms()) {
            algorithms.add(AlgorithmRecord.of(algorithm));
        }
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeInt(FORMAT);
                out.writeUTF(state);
                new ValueOutput(out)
                        .write(new Content(installed.lean(), catalogue.roles(), algorithms));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return true;
    }

    /** Returns what was installed, or nothing if there is none of this state. */
    public Optional<Recorded> read() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != FORMAT || !in.readUTF().equals(state)) {
                return Optional.empty();
            }
            Content content = new ValueInput(in).read(Content.class);
            List<AlgorithmDescription> algorithms = new ArrayList<>();
            for (AlgorithmRecord algorithm : content.algorithms()) {
                algorithms.add(algorithm.description());
            }
            return Optional.of(new Recorded(
                    new Catalogue(content.roles(), algorithms, List.of()), content.lean()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // absent, cut off, or of another release
        }
    }
}
